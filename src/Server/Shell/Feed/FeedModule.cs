using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>The live feed: what one commits, all who may know it see.</summary>
internal static class FeedModule
{
    public static IServiceCollection AddFeed(this IServiceCollection services)
    {
        services.AddSingleton<FeedTail>();
        services.AddSingleton<Numbering>();
        services.AddSingleton<FeedReaders>();
        services.AddSingleton<FeedStream>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedTail>());
        services.AddHostedService(provider => provider.GetRequiredService<FeedReaders>());
        services.AddHostedService<Sequencer>();
        services.AddHostedService<FeedSweep>();
        services.AddHostedService<AuditHeads>();
        return services;
    }

    public static void MapFeed(this WebApplication app) => app
        .MapGet("/aliran", (HttpContext http, FeedStream stream, CurrentReader current, IHostApplicationLifetime life) => stream.FollowAsync(http, current, life))
        .Requires(ShellPermissions.Home);
}
