using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import;

/// <summary>The import's services and routes.</summary>
internal static class ImportModule
{
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddSingleton<StagingStore>();
        services.AddScoped<ImportEngine>();
        services.AddScoped<ImportRunner>();
        services.AddScoped(provider => new SampleTerritory(provider.GetRequiredService<ImportRunner>()));
        return services;
    }
}
