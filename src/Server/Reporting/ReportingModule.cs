using TigaPilar.Server.Reporting.Forms;
using TigaPilar.Server.Reporting.Pages;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Reporting.Summary;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Reporting;

/// <summary>Reports in a rhythm that changes with the voting day: NIHIL, late and missing ones, what is put together, superiors' forms, anev.</summary>
internal static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddScoped<SendReport>().AddScoped<KeepSchedule>().AddScoped<PutTogether>().AddScoped<KeepForms>().AddScoped<TellPlan>();
        services.AddSingleton(new NavigationItem(6, "/laporan", "file-text", typeof(ReportingText), "Navigation", ReportingPermissions.Read));
        services.AddSingleton(new HomeSection(4, typeof(ReportsInBrief), ReportingPermissions.Read));
        services.AddSingleton(new LeaderSection(0, typeof(ReportsForLeader), ReportingPermissions.Read));
        services.AddSingleton(new LeaderSection(40, typeof(PlansForLeader), ReportingPermissions.Read));
        return services;
    }

    public static void MapReporting(this WebApplication app)
    {
        app.MapGet("/laporan/unduh", ReportDownload.RunAsync).Requires(ReportingPermissions.Read);
        app.MapGet("/laporan/rekap/formulir/{id:guid}", FillForm.RunAsync).Requires(ReportingPermissions.Write);
    }
}
