using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents.Intake;
using TigaPilar.Server.Incidents.Bawaslu;
using TigaPilar.Server.Incidents.Pages;
using TigaPilar.Server.Incidents.Public;
using TigaPilar.Server.Incidents.Triage;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>What is reported, what is made of it, and who answers.</summary>
internal static class IncidentsModule
{
    /// <summary>Reports that one address sends without an account in a minute: a household, and no flood.</summary>
    public const string PublicLimit = "public-report";

    private const int MostInAMinute = 10;

    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton<KnownAreas>();
        services.AddSingleton<CitizenSeal>().AddSingleton<IntakeWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeWriter>());
        services.AddScoped<ReportIncident>().AddScoped<SortReports>().AddScoped<MergeIncidents>().AddScoped<MoveIncident>().AddScoped<ReporterContact>().AddScoped<NoteReceipt>().AddScoped<KeepKinds>().AddScoped<KeepHotlines>();
        services.AddHostedService<EscalateLate>().AddHostedService<ForgetContacts>();
        services.AddSingleton<OpenReports>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenReports>());
        services.AddRateLimiter(limits => limits.AddPolicy(PublicLimit, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("")));
        services.AddSingleton(new NavigationItem(4, "/kejadian", "alert-triangle", typeof(IncidentsText), "Navigation", IncidentsPermissions.Read));
        services.AddSingleton(new SearchProvider(45, "alert-triangle", typeof(IncidentsText), "Navigation", IncidentsPermissions.Read, IncidentsSearch.FindAsync));
        services.AddSingleton(new HomeSection(2, typeof(IncidentsInBrief), IncidentsPermissions.Read));
        services.AddSingleton(new LeaderSection(7, typeof(IncidentsForLeader), IncidentsPermissions.Read));
        return services;
    }

    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/kejadian", ReportsEndpoint.TakeAsync).Requires(IncidentsPermissions.Write).RemembersReader();
        app.MapGet("/kejadian/laporan/{id:guid}/berkas/{file:guid}", SendFileAsync).Requires(IncidentsPermissions.Read);
    }

    // Of a report that the reader sees, or that tells of an incident that he sees.
    private static async Task<IResult> SendFileAsync(Guid id, Guid file, Database database, CurrentReader current, HttpContext http, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var (reports, incidents) = (IncidentScope.Reports(database, reader), IncidentScope.Incidents(database, reader));
        var found = await database.Set<ReportFile>().AsNoTracking().Where(f => f.ReportId == id && f.FileId == file
            && (reports.Any(r => r.Id == id) || database.Set<IncidentReport>().Any(r => r.Id == id && incidents.Any(i => i.Id == r.IncidentId)))).AnyAsync(cancel);
        return found ? await FileStore.SendAsync(database, file, http, cancel) : Results.NotFound();
    }
}
