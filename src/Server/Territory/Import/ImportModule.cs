using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import.Engine;
using TigaPilar.Server.Territory.Import.Pages;

namespace TigaPilar.Server.Territory.Import;

/// <summary>The import's services and routes.</summary>
internal static class ImportModule
{
    /// <summary>What the command line, the pages and the sample share.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddSingleton<StagingStore>();
        services.AddScoped<ImportEngine>();
        services.AddScoped<ImportRunner>();
        services.AddScoped<ImportUndo>();
        services.AddScoped(provider => new SampleTerritory(provider.GetRequiredService<ImportRunner>()));
        return services;
    }

    public static IServiceCollection AddImportPages(this IServiceCollection services)
    {
        services.AddSingleton<ImportQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportQueue>());
        services.AddScoped<StartImport>();
        services.AddScoped<DecideImport>();
        services.AddScoped<ImportPreview>();
        services.AddScoped<ChooseColumns>();
        return services;
    }

    public static void MapImport(this WebApplication app)
    {
        app.MapGet("/impor/{id:guid}/kemajuan", ProgressAsync).Requires(TerritoryPermissions.WriteStations);
        app.MapGet("/impor/contoh/{kind}", ImportSamples.Get).Requires(TerritoryPermissions.WriteStations);
    }

    private static async Task<IResult> ProgressAsync(
        Guid id, Database database, CurrentReader current, ImportQueue queue, IStringLocalizer<ImportPageText> texts, CancellationToken cancel)
    {
        if (await ImportAccess.FindAsync(database, await current.GetSignedInAsync(), id, cancel) is not { } record) return Results.NotFound();
        if (record.State != ImportState.Reading) return Results.Json(new { done = 1, total = 1, text = texts["Read"].Value, href = $"/impor/{id}" });
        var progress = queue.ProgressOf(id) ?? default;

        // The last step, comparing, has no measure of its own: the bar stops just before its end.
        var total = Math.Max(progress.Total, 1) + 1;
        return Results.Json(new
        {
            done = Math.Min(progress.Done, total - 1), total, text = texts["RowsRead", Format.Whole(progress.Rows)].Value, href = (string?)null,
        });
    }
}
