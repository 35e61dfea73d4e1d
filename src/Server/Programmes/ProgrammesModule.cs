using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Programmes;

/// <summary>What is taught: the library of rules.</summary>
internal static class ProgrammesModule
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<AcknowledgeRule>();
        services.AddSingleton(new NavigationItem(54, "/aturan", "scale", typeof(ProgrammesText), "Navigation", ProgrammesPermissions.Read, Within: "/rapat"));
        return services;
    }

    public static void MapProgrammes(this WebApplication app) =>
        app.MapGet("/aturan/{key}.pdf", PrintRule.One).Requires(ProgrammesPermissions.Read);
}
