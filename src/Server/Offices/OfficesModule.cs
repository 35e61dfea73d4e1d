using TigaPilar.Server.Offices.Desks;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Offices.Mail;
using TigaPilar.Server.Offices.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices;

/// <summary>Agencies, offices and who holds them.</summary>
internal static class OfficesModule
{
    public static IServiceCollection AddOffices(this IServiceCollection services)
    {
        services.AddScoped<HandOverOffice>();
        services.AddScoped<TakeLeave>();
        services.AddScoped<AddOffice>();
        services.AddScoped<ChangePerson>();
        services.AddScoped<ChangeAgencyMail>();
        services.AddScoped<ChangePillar>();
        services.AddScoped<ChangeForum>();
        services.AddScoped<ChangeDesk>();
        services.AddSingleton(new NavigationItem(50, "/instansi", "users", typeof(OfficesText), "Navigation", OfficesPermissions.Read));
        services.AddSingleton(new NavigationItem(52, "/forum", "building-community", typeof(OfficesText), "NavigationForums", ForumsPermissions.Read));
        services.AddSingleton(new NavigationItem(53, "/desk", "list-details", typeof(DeskText), "Navigation", ForumsPermissions.Read, Within: "/forum"));
        services.AddSingleton(new SearchProvider(30, "building-bank", typeof(OfficesText), "SearchedOffices", OfficesPermissions.Read, OfficesSearch.OfficesAsync));
        services.AddSingleton(new SearchProvider(40, "users", typeof(OfficesText), "Persons", OfficesPermissions.Read, OfficesSearch.PeopleAsync));
        services.AddSingleton(new SearchProvider(70, "building-community", typeof(OfficesText), "Forums", ForumsPermissions.Read, OfficesSearch.ForumsAsync));
        services.AddSingleton(new AreaSection(10, typeof(OfficesOfArea), OfficesPermissions.Read));
        return services;
    }

    public static void MapOffices(this WebApplication app)
    {
        app.MapGet("/instansi/surel/unduh", AgencyMailFile.DownloadAsync).Requires(OfficesPermissions.Write);
        app.MapGet("/desk/{id:guid}/unduh", PrintDesk.WorkbookAsync).Requires(ForumsPermissions.Read);
        app.MapGet("/desk/{id:guid}/lampiran.pdf", PrintDesk.AnnexAsync).Requires(ForumsPermissions.Read);
    }
}
