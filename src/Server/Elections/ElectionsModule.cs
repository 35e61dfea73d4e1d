using TigaPilar.Server.Elections.Calendar;
using TigaPilar.Server.Elections.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Shell.Search;

namespace TigaPilar.Server.Elections;

/// <summary>Elections, their contests, stages and days.</summary>
internal static class ElectionsModule
{
    public static IServiceCollection AddElections(this IServiceCollection services)
    {
        services.AddScoped<SaveElection>();
        services.AddSingleton(new NavigationItem(40, "/pemilihan", "calendar-event", typeof(ElectionsText), "Navigation", ElectionsPermissions.Read));
        services.AddSingleton(new NavigationItem(42, "/kalender", "calendar-month", typeof(ElectionsText), "Calendar", ElectionsPermissions.Read));
        services.AddSingleton(new SearchProvider(60, "calendar-event", typeof(ElectionsText), "Navigation", ElectionsPermissions.Read, ElectionsSearch.FindAsync));
        services.AddSingleton(new HomeSection(0, typeof(NextElection), ElectionsPermissions.Read));
        return services;
    }

    public static void MapElections(this WebApplication app) =>
        app.MapGet("/kalender/unduh.ics", CalendarDownload.GetAsync).Requires(ElectionsPermissions.Read);
}
