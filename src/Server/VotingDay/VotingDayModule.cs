using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.VotingDay.Board;
using TigaPilar.Server.VotingDay.Boxes;
using TigaPilar.Server.VotingDay.Pages;
using TigaPilar.Server.VotingDay.Review;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay;

/// <summary>Hari H: word of every station, the boxes' way, the board, the wall, and the review of the day after.</summary>
internal static class VotingDayModule
{
    public static IServiceCollection AddVotingDay(this IServiceCollection services)
    {
        services.AddSingleton<WordWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<WordWriter>());
        services.AddSingleton<DaySnapshots>();
        services.AddHostedService<DayBell>();
        services.AddHostedService<ForgetBoxNames>();
        services.AddScoped<LookAtDay>().AddScoped<SendWord>().AddScoped<NoteHandover>().AddScoped<KeepDay>().AddScoped<KeepReview>();
        services.AddSingleton(new NavigationItem(1, "/hari-h", "clipboard-check", typeof(VotingDayText), "Navigation", VotingDayPermissions.Read));
        // Who reads the boxes alone, and who the totals alone, finds them in the rail.
        services.AddSingleton(new NavigationItem(2, "/hari-h/kotak", "package", typeof(VotingDayText), "NavigationBoxes", VotingDayPermissions.Boxes, Within: "/hari-h"));
        services.AddSingleton(new NavigationItem(3, "/hari-h/dinding", "device-desktop", typeof(VotingDayText), "NavigationWall", VotingDayPermissions.Counts, Within: "/hari-h"));
        services.AddSingleton(new HomeSection(1, typeof(DayInBrief), VotingDayPermissions.Read));
        services.AddSingleton(new LeaderSection(5, typeof(DayForLeader), VotingDayPermissions.Counts));
        return services;
    }

    public static void MapVotingDay(this WebApplication app) => app.MapGet("/hari-h/peta", DayMap.GetAsync).Requires(VotingDayPermissions.Read);
}
