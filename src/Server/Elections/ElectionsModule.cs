using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Elections;

/// <summary>Elections, their contests, stages and days.</summary>
internal static class ElectionsModule
{
    public static IServiceCollection AddElections(this IServiceCollection services)
    {
        services.AddScoped<SaveElection>();
        services.AddSingleton(new NavigationItem(40, "/pemilihan", "calendar-event", typeof(ElectionsText), "Navigation", ElectionsPermissions.Read));
        return services;
    }
}
