using TigaPilar.Server.Readiness.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Readiness;

/// <summary>Kesiapan instansi: what each agency states of itself, and what hinders it.</summary>
internal static class ReadinessModule
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddScoped<StateReadiness>().AddScoped<KeepObstacles>().AddScoped<KeepList>();
        // It is stated at the rakor, and looked for beside it.
        services.AddSingleton(new NavigationItem(16, "/kesiapan-instansi", "clipboard-list", typeof(ReadinessText), "Navigation", ReadinessPermissions.Read, Within: "/rapat"));
        services.AddSingleton(new HomeSection(7, typeof(ReadinessInBrief), ReadinessPermissions.Read));
        services.AddSingleton(new LeaderSection(20, typeof(ReadinessForLeader), ReadinessPermissions.Read));
        return services;
    }

    public static void MapReadiness(this WebApplication app) =>
        app.MapGet("/kesiapan-instansi/unduh", ReadinessDownload.RunAsync).Requires(ReadinessPermissions.Read);
}
