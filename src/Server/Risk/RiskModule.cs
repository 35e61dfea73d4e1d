using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Risk;

/// <summary>How vulnerable stations are, as named officers say.</summary>
internal static class RiskModule
{
    public static IServiceCollection AddRisk(this IServiceCollection services)
    {
        services.AddScoped<AssessStations>();
        services.AddSingleton(new NavigationItem(35, "/kelas", "flag", typeof(RiskText), "Navigation", RiskPermissions.Read));
        return services;
    }

    public static void MapRisk(this WebApplication app) =>
        app.MapGet("/kelas/unduh", ClassDownload.GetAsync).Requires(RiskPermissions.Read);
}
