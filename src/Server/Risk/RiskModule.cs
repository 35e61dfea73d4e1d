using TigaPilar.Server.Risk.Flags;
using TigaPilar.Server.Risk.Totals;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Risk;

/// <summary>How vulnerable stations are, as named officers say, and what Bawaslu found there.</summary>
internal static class RiskModule
{
    public static IServiceCollection AddRisk(this IServiceCollection services)
    {
        services.AddScoped<AssessStations>();
        services.AddScoped<ImportFlags>();
        services.AddScoped<SetBands>();
        services.AddScoped<ReleaseTotals>();
        services.AddSingleton(new NavigationItem(35, "/kelas", "flag", typeof(RiskText), "Navigation", RiskPermissions.Read));
        services.AddSingleton(new NavigationItem(36, "/rekap-kelas", "table", typeof(RiskText), "NavigationTotals", TotalsPermissions.Read, Within: "/kelas"));
        services.AddSingleton(new NavigationItem(37, "/tanda-bawaslu", "eye", typeof(RiskText), "FlagTitle", FlagPermissions.Read, Within: "/kelas"));
        services.AddSingleton(new HomeSection(30, typeof(ClassesInBrief), TotalsPermissions.Read));
        return services;
    }

    public static void MapRisk(this WebApplication app)
    {
        app.MapGet("/kelas/unduh", ClassDownload.GetAsync).Requires(RiskPermissions.Read);
        app.MapGet("/rekap-kelas/unduh", TotalsDownload.GetAsync).Requires(TotalsPermissions.Read);
        app.MapGet("/tanda-bawaslu/unduh", FlagDownload.GetAsync).Requires(FlagPermissions.Read);
    }
}
