using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Pages;

namespace TigaPilar.Server.Territory.Search;

/// <summary>Areas, stations and commands by name or code.</summary>
internal static class TerritorySearch
{
    public static async Task<SearchFound> AreasAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var (best, total) = await BestAsync(services, ask.Match, ask.Typed, ask.Reader.AreasOf(TerritoryPermissions.ReadAreas), cancel);
        if (best.Count == 0) return SearchFound.Nothing;
        var texts = services.GetRequiredService<IStringLocalizer<TerritoryText>>();
        var above = await AreaQueries.NamesAsync(
            services.GetRequiredService<Database>(), [.. best.SelectMany(b => AreaOverview.CodesAbove(b.Area.Area.Code)).Distinct(StringComparer.Ordinal)], cancel);
        return new SearchFound(
            [
                .. best.Select(b => new SearchHit(
                    AreaNames.Full(texts, b.Area.Area), $"/wilayah/{b.Area.Area.Code}",
                    string.Join(", ", AreaOverview.CodesAbove(b.Area.Area.Code).Reverse().Select(above.GetValueOrDefault).OfType<AreaName>().Select(n => AreaNames.Short(texts, n)).Append(b.Area.Area.Code)),
                    b.Score)),
            ],
            ask.AllOf("/wilayah", total, best[0].Score));
    }

    /// <summary>By code or the end of one; or by number and the name of the village: TPS 003 Tegalrejo.</summary>
    public static async Task<SearchFound> StationsAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        var readable = ask.Reader.AreasOf(TerritoryPermissions.ReadStations);
        if (await ElectionChoice.OfAsync(database, null, null, readable, cancel) is not { } election) return SearchFound.Nothing;
        var stations = readable.Of(database.Set<Station>().AsNoTracking().Where(s => s.ElectionId == election.Id), s => s.Code);
        if (await AskedAsync(services, ask, stations, readable, cancel) is not var (asked, score, list)) return SearchFound.Nothing;
        var found = await asked.OrderBy(s => s.Code).Take(SearchAsk.Most + 1).Select(s => new { s.Code, s.Place }).ToListAsync(cancel);
        var names = await AreaQueries.NamesAsync(database, [.. found.Select(s => AreaCode.VillageOf(s.Code)).Distinct(StringComparer.Ordinal)], cancel);
        return new SearchFound(
            [
                .. found.Take(SearchAsk.Most).Select(s => new SearchHit(
                    $"TPS {s.Code[14..]}{(names.GetValueOrDefault(AreaCode.VillageOf(s.Code))?.Name is { } village ? $" {village}" : "")}",
                    $"/tps/{election.Code}/{s.Code}", s.Place is { } place ? $"{s.Code}, {place}" : s.Code, score)),
            ],
            found.Count > SearchAsk.Most ? $"/tps?pemilihan={election.Code}&{list}" : null);
    }

    public static async Task<SearchFound> CommandsAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var texts = services.GetRequiredService<IStringLocalizer<TerritoryText>>();
        var rows = await JurisdictionRow.AllAsync(services.GetRequiredService<Database>(), ask.Reader, cancel);
        var (best, _) = SearchAsk.Rank(rows, r => ask.Match.Of(new FoldedName(r.Jurisdiction.Name)), r => r.Jurisdiction.Name.Length);
        return new SearchFound(
            [
                .. best.Select(b => new SearchHit(
                    b.Thing.Jurisdiction.Name, $"/yurisdiksi#satuan-{b.Thing.Jurisdiction.Id}",
                    b.Thing.Areas.Count == 0 ? texts["NoTerritory"] : string.Join(", ", b.Thing.Areas.Select(a => AreaNames.Full(texts, a))), b.Score)),
            ],
            null);
    }

    private static async Task<(List<(IndexedArea Area, int Score)> Best, int Total)> BestAsync(
        IServiceProvider services, NameMatch match, string typed, AreaSet readable, CancellationToken cancel)
    {
        var areas = await services.GetRequiredService<AreaIndex>().ReadAsync(services.GetRequiredService<Database>(), cancel);
        var code = typed.Length > 0 && typed.All(c => char.IsAsciiDigit(c) || c == '.') ? typed.TrimEnd('.') : null;
        var meant = LevelOf(typed);
        // The higher level first: who types Lumajang means the kabupaten before the village.
        return SearchAsk.Rank(
            readable.IsEverywhere ? areas : areas.Where(a => readable.Contains(a.Area.Code)),
            a => code is null ? match.Of(a.Name) : a.Area.Code == code ? 0 : a.Area.Code.StartsWith(code, StringComparison.Ordinal) ? 20 : null,
            a => (a.Area.Code.Length == meant ? 0 : 10_000) + (a.Area.Code.Length * 100) + a.Area.Name!.Length);
    }

    // Kec. Lumajang is the kecamatan, though the kabupaten has the same name.
    private static int LevelOf(string typed)
    {
        foreach (var word in typed.Split((char[])[' ', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word.ToUpperInvariant())
            {
                case "KAB" or "KABUPATEN" or "KOTA": return 5;
                case "KEC" or "KECAMATAN": return 8;
                case "KEL" or "KELURAHAN" or "DESA" or "DS": return 13;
                case "PROV" or "PROVINSI": return 2;
            }
        }

        return 0;
    }

    // The stations asked for, how well they fit, and the same question for the list of stations; null where none is meant.
    private static async Task<(IQueryable<Station> Stations, int Score, string List)?> AskedAsync(
        IServiceProvider services, SearchAsk ask, IQueryable<Station> stations, AreaSet readable, CancellationToken cancel)
    {
        var words = ask.Typed.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var named = Array.Exists(words, w => w.Equals("tps", StringComparison.OrdinalIgnoreCase));
        var codes = Array.FindAll(words, w => w.All(c => char.IsAsciiDigit(c) || c == '.') && w.Any(char.IsAsciiDigit));
        var place = string.Join(' ', words.Where(w => !w.Equals("tps", StringComparison.OrdinalIgnoreCase)).Except(codes, StringComparer.Ordinal));
        if (codes.Length > 1 || (codes.Length == 0 && !named)) return null;
        var code = codes.Length == 0 ? null : codes[0].Trim('.');
        if (place.Length == 0)
        {
            if (code is null || (code.Length < 8 && !named)) return null;
            var number = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) && code.Length <= 3 ? bare.ToString("000", CultureInfo.InvariantCulture) : code;
            var end = $".{number}";
            return (code.Length >= 8 && code[2] == '.' && code[5] == '.'
                ? AreaSet.Of(code[..8]).Of(stations, s => s.Code).Where(s => s.Code.StartsWith(code))
                : stations.Where(s => s.Code.EndsWith(end)), 20, $"cari={Uri.EscapeDataString(number)}");
        }

        var (best, _) = await BestAsync(services, new NameMatch(place), place, readable, cancel);
        var villages = best.Where(b => b.Area.Area.Code.Length == 13).ToList();
        if (villages.Count == 0 || (code is not null && code.Length > 3)) return null;
        var within = AreaSet.Of(villages.Where(v => v.Score == villages[0].Score).Select(v => v.Area.Area.Code)).Of(stations, s => s.Code);
        var last = code is null ? null : $".{int.Parse(code, CultureInfo.InvariantCulture).ToString("000", CultureInfo.InvariantCulture)}";
        return (last is null ? within : within.Where(s => s.Code.EndsWith(last)), villages[0].Score, $"di={villages[0].Area.Area.Code}");
    }
}
