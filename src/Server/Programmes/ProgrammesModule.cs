using TigaPilar.Server.Programmes.Outreach;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Programmes;

/// <summary>What is taught: the library of rules, outreach and training.</summary>
internal static class ProgrammesModule
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<AcknowledgeRule>().AddScoped<KeepOutreach>();
        services.AddSingleton(new NavigationItem(54, "/aturan", "scale", typeof(ProgrammesText), "Navigation", ProgrammesPermissions.Read, Within: "/rapat"));
        services.AddSingleton(new NavigationItem(56, "/sosialisasi", "users", typeof(OutreachText), "Navigation", ProgrammesPermissions.ReadOutreach, Within: "/rapat"));
        return services;
    }

    public static void MapProgrammes(this WebApplication app)
    {
        app.MapGet("/aturan/{key}.pdf", PrintRule.One).Requires(ProgrammesPermissions.Read);
        app.MapGet("/sosialisasi/unduh", OutreachDownload.ListAsync).Requires(ProgrammesPermissions.ReadOutreach);
        app.MapGet("/sosialisasi/cakupan/unduh", OutreachDownload.CoverageAsync).Requires(ProgrammesPermissions.ReadOutreach);
        app.MapGet("/sosialisasi/{id:guid}/bukti/{evidence:guid}", OutreachDownload.EvidenceAsync).Requires(ProgrammesPermissions.ReadOutreach);
    }
}
