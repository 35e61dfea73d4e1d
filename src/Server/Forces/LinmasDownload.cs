using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>The lists as files: the villages' numbers, and the names for SIM Linmas, whose form nobody has published.</summary>
internal static class LinmasDownload
{
    /// <summary>The list of villages as it is filtered.</summary>
    public static async Task<IResult> VillagesAsync(
        string? pemilihan, string? di, string? cari, string? status, string? urut, string? jenis,
        CurrentReader current, Database database, AuditLog audit, IStringLocalizer<ForcesText> texts, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(ForcesPermissions.ReadLinmas);
        var election = await LinmasElection.OfAsync(database, pemilihan, areas, cancel);
        var rows = new LinmasListQuery(election?.Code, di, cari, status, urut ?? "kode", 1).Of(await LinmasSummary.ReadAsync(database, election, areas, cancel));
        await audit.AddAsync("linmas.list", election?.Code ?? "-");
        await database.SaveChangesAsync(cancel);
        return File(
            jenis, "linmas-desa", "Linmas", [new("Kode desa"), new("Kecamatan", 20), new("Desa", 24), new("TPS", 8), new("Butuh", 8), new("Sudah", 8), new("Kurang", 8), new("Status", 24)],
            rows.Select(v => new object?[] { v.Code, v.Kecamatan, v.Name, v.Stations, v.Need, v.Named, v.Lacking, texts[$"State{v.State}"].Value }));
    }

    /// <summary>The names of an area, or of all that the reader may see. Phones are masked for whoever may not write.</summary>
    public static async Task<IResult> NamesAsync(
        string? pemilihan, string? di, string? jenis,
        CurrentReader current, Database database, AuditLog audit, OfficeClock clock, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var areas = reader.AreasOf(ForcesPermissions.ReadLinmas);
        if (!string.IsNullOrEmpty(di))
        {
            if (!areas.Contains(di)) return Results.NotFound();
            areas = AreaSet.Of(di);
        }

        var writable = reader.AreasOf(ForcesPermissions.WriteLinmas);
        var election = await LinmasElection.OfAsync(database, pemilihan, areas, cancel);
        var members = await areas.Of(database.Set<LinmasMember>().AsNoTracking(), m => m.VillageCode)
            .Where(m => m.State == LinmasState.Active).OrderBy(m => m.VillageCode).ThenBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancel);
        var posts = election is null ? [] : await areas.Of(database.Set<LinmasPosting>().AsNoTracking().Where(p => p.ElectionId == election.Id), p => p.StationCode)
            .ToDictionaryAsync(p => p.MemberId, p => p.StationCode, cancel);
        var codes = members.Select(m => m.VillageCode).Distinct(StringComparer.Ordinal).ToList();
        var names = await AreaQueries.NamesAsync(database, [.. codes, .. codes.Select(c => c[..8]).Distinct(StringComparer.Ordinal)], cancel);
        await audit.AddAsync("linmas.download", string.IsNullOrEmpty(di) ? "-" : di, string.IsNullOrEmpty(di) ? null : di,
            string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{members.Count}}}"));
        await database.SaveChangesAsync(cancel);
        var year = (election?.VotingDay ?? clock.Today).Year;
        return File(
            jenis, "sim-linmas", "Linmas", [
                new("Kode desa"), new("Kecamatan", 20), new("Desa", 24), new("Nama", 30), new("Tahun lahir", 12), new("Umur", 7), new("HP", 16), new("No KTA", 16),
                new("Satlinmas", 10), new("Petugas ketertiban TPS", 22), new("SKD", 7), new("Kode TPS", 20),
            ],
            members.Select(m => new object?[]
            {
                m.VillageCode, names.GetValueOrDefault(m.VillageCode[..8])?.Name, names.GetValueOrDefault(m.VillageCode)?.Name, m.Name, m.BirthYear, year - m.BirthYear,
                writable.Contains(m.VillageCode) ? m.Phone : Masked(m.Phone), m.CardNumber, Tick(m.IsSatlinmas), Tick(m.IsStationGuard), Tick(m.IsSkd), posts.GetValueOrDefault(m.Id),
            }));
    }

    /// <summary>The first four and the last two digits.</summary>
    public static string? Masked(string? phone) =>
        phone is { Length: > 6 } ? $"{phone[..4]}{new string('*', phone.Length - 6)}{phone[^2..]}" : phone is null ? null : "****";

    private static string Tick(bool yes) => yes ? "ya" : "";

    /// <summary>One table as XLSX or, where that is not asked for, as CSV.</summary>
    internal static IResult File(string? kind, string name, string sheet, ImmutableArray<SheetColumn> columns, IEnumerable<object?[]> rows)
    {
        if (kind == "xlsx") return Workbook.Of(name, new Sheet(sheet, columns, rows));
        var output = new MemoryStream();
        // With a byte-order mark spreadsheets read names right.
        using (var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
            CsvOutput.Write(text, [.. columns.Select(c => c.Name.ToLowerInvariant().Replace(' ', '_'))], rows);
        return Results.File(output.ToArray(), "text/csv; charset=utf-8", $"{name}.csv");
    }
}
