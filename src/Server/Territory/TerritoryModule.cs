using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Pages;
using TigaPilar.Server.Territory.Search;

namespace TigaPilar.Server.Territory;

/// <summary>Areas, jurisdictions, polling stations and their map.</summary>
internal static class TerritoryModule
{
    public static IServiceCollection AddTerritory(this IServiceCollection services)
    {
        services.AddScoped<ChangeStation>();
        services.AddScoped<AddJurisdiction>().AddScoped<SaveCommands>();
        services.AddScoped<NameAreas>(provider => async (codes, cancel) =>
            (await AreaQueries.NamesAsync(provider.GetRequiredService<Database>(), codes, cancel))
                .ToDictionary(a => a.Key, a => a.Value.Name ?? a.Key, StringComparer.Ordinal));
        services.AddScoped<KabupatenInUse>(provider => async cancel => await provider.GetRequiredService<Database>().Set<Area>()
            .Where(a => a.Kind == AreaKind.Kabupaten || a.Kind == AreaKind.Kota).OrderBy(a => a.Code).Select(a => a.Code).ToListAsync(cancel));
        services.AddScoped<LoadKabupaten>(provider => async (code, cancel) =>
            await OfficialKabupaten.AddAsync(provider.GetRequiredService<Database>(), code, cancel));
        services.AddSingleton(new NavigationItem(60, "/impor", "file-import", typeof(TerritoryText), "NavigationImport", TerritoryPermissions.WriteStations));
        services.AddSingleton(new NavigationItem(10, "/wilayah", "map", typeof(TerritoryText), "Navigation", TerritoryPermissions.ReadAreas));
        services.AddSingleton(new NavigationItem(30, "/tps", "map-pin", typeof(TerritoryText), "NavigationStations", TerritoryPermissions.ReadStations));
        services.AddSingleton(new NavigationItem(70, "/yurisdiksi", "id-badge-2", typeof(TerritoryText), "NavigationJurisdictions", TerritoryPermissions.ReadJurisdictions));
        services.AddSingleton<AreaIndex>();
        services.AddSingleton(new SearchProvider(10, "map", typeof(TerritoryText), "SearchedAreas", TerritoryPermissions.ReadAreas, TerritorySearch.AreasAsync));
        services.AddSingleton(new SearchProvider(20, "map-pin", typeof(TerritoryText), "NavigationStations", TerritoryPermissions.ReadStations, TerritorySearch.StationsAsync));
        services.AddSingleton(new SearchProvider(50, "id-badge-2", typeof(TerritoryText), "SearchedCommands", TerritoryPermissions.ReadJurisdictions, TerritorySearch.CommandsAsync));
        services.AddSingleton(new HomeSection(10, typeof(TerritoryInBrief), TerritoryPermissions.ReadAreas));
        return services;
    }

    public static void MapTerritory(this WebApplication app)
    {
        app.MapGet("/yurisdiksi/unduh", CommandFile.DownloadAsync).Requires(TerritoryPermissions.ReadJurisdictions);
        app.MapGet("/peta/wilayah", MapData.AreasAsync).Requires(TerritoryPermissions.ReadAreas);
        app.MapGet("/peta/tps", MapData.StationsAsync).Requires(TerritoryPermissions.ReadStations);
        app.MapGet("/tps/unduh", StationDownload.GetAsync).Requires(TerritoryPermissions.ReadStations);
    }
}
