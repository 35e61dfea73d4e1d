using TigaPilar.Server.Rosters.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Rosters;

/// <summary>Piket dan siaga: who is on duty when, and by which number.</summary>
internal static class RostersModule
{
    public static IServiceCollection AddRosters(this IServiceCollection services)
    {
        services.AddScoped<RosterBoard>().AddScoped<KeepRoster>().AddScoped<PlanShifts>().AddScoped<PostOfficer>().AddScoped<RosterFile>();
        services.AddHostedService<ForgetDutyPhones>();
        services.AddSingleton(new NavigationItem(54, "/piket", "clock", typeof(RostersText), "Navigation", RostersPermissions.Read, Within: "/forum"));
        services.AddSingleton(new HomeSection(3, typeof(DutyInBrief), RostersPermissions.Read));
        return services;
    }

    public static void MapRosters(this WebApplication app) =>
        app.MapGet("/piket/{id:guid}/unduh", (Guid id, RosterFile file, CancellationToken cancel) => file.DownloadAsync(id, cancel)).Requires(RostersPermissions.Read);
}
