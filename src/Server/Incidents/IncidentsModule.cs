using System.Threading.RateLimiting;
using TigaPilar.Server.Incidents.Intake;
using TigaPilar.Server.Incidents.Pages;
using TigaPilar.Server.Incidents.Triage;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

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
        services.AddSingleton<IntakeWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeWriter>());
        services.AddScoped<ReportIncident>().AddScoped<SortReports>().AddScoped<MoveIncident>().AddScoped<KeepKinds>();
        services.AddRateLimiter(limits => limits.AddPolicy(PublicLimit, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("")));
        services.AddSingleton(new NavigationItem(3, "/kejadian", "alert-triangle", typeof(IncidentsText), "Navigation", IncidentsPermissions.Read));
        services.AddSingleton(new HomeSection(2, typeof(IncidentsInBrief), IncidentsPermissions.Read));
        return services;
    }

    public static void MapIncidents(this WebApplication app) => app.MapPost("/api/kejadian", ReportsEndpoint.TakeAsync).Requires(IncidentsPermissions.Write).RemembersReader();
}
