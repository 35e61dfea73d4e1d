using TigaPilar.Server.Forces.Contacts;
using TigaPilar.Server.Forces.Pages;
using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Forces;

/// <summary>Strength by unit, the villages' lists of Linmas, contacts of stations.</summary>
internal static class ForcesModule
{
    public static IServiceCollection AddForces(this IServiceCollection services)
    {
        services.AddScoped<RollWriter>();
        services.AddScoped<SaveLinmas>();
        services.AddScoped<PostLinmas>();
        services.AddScoped<DecideLinmas>();
        services.AddScoped<SetAgeRule>();
        services.AddScoped<KeepContacts>();
        services.AddScoped<SaveStrength>();
        services.AddHostedService<ForgetContacts>();
        services.AddSingleton(new NavigationItem(27, "/kontak", "device-mobile", typeof(ForcesText), "ContactsShort", ForcesPermissions.ReadContacts));
        services.AddSingleton(new NavigationItem(28, "/kekuatan", "scale", typeof(StrengthText), "Navigation", ForcesPermissions.ReadStrength));
        services.AddSingleton(new NavigationItem(25, "/linmas", "users", typeof(ForcesText), "Navigation", ForcesPermissions.ReadLinmas));
        services.AddSingleton(new HomeSection(20, typeof(LinmasInBrief), ForcesPermissions.ReadLinmas));
        return services;
    }

    public static void MapForces(this WebApplication app)
    {
        app.MapGet("/kontak/unduh", ContactFile.DownloadAsync).Requires(ForcesPermissions.ReadContacts);
        app.MapGet("/linmas/{code}/{paper}.pdf", PrintLinmas.RunAsync).Requires(ForcesPermissions.ReadLinmas);
        app.MapGet("/kekuatan/unduh", StrengthDownload.RunAsync).Requires(ForcesPermissions.ReadStrength);
        app.MapGet("/linmas/unduh", LinmasDownload.VillagesAsync).Requires(ForcesPermissions.ReadLinmas);
        app.MapGet("/linmas/nama/unduh", LinmasDownload.NamesAsync).Requires(ForcesPermissions.ReadLinmas);
    }
}
