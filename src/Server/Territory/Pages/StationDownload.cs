using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>The list as it is filtered, as a file: whole, streamed, readable by our own import again.</summary>
internal static class StationDownload
{
    public static async Task<IResult> GetAsync(
        string? pemilihan, string? di, string? cari, string? jenis, string? status, string? titik, string? urut, string? berkas,
        CurrentReader current, Database database, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (await ElectionChoice.OfAsync(database, pemilihan, di, reader.AreasOf(TerritoryPermissions.ReadStations), cancel) is not { } election) return Results.NotFound();
        var query = new StationQuery(election.Code, di, cari, jenis, status, titik, urut ?? "kode", 1);
        var rows = await query.RowsAsync(database, election.Id, reader, cancel);
        if (berkas == "xlsx") return Workbook.Of($"tps-{election.Code}", Table(rows));
        return Results.Stream(async stream =>
        {
            // With a byte-order mark spreadsheets read names right.
            await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await text.WriteLineAsync("kode_tps;kode_desa;desa;nomor;jenis;status;tempat;dpt;dpt_l;dpt_p;pengguna;pengguna_l;pengguna_p");
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            {
                await text.WriteLineAsync(string.Join(';', new[]
                {
                    row.Code, row.Code[..13], Quoted(row.Village), int.Parse(row.Code.AsSpan(14), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
                    row.Special ? "khusus" : "reguler", StationNames.Code(row.State), Quoted(row.Place),
                    Whole(row.Voters), Whole(row.VotersMen), Whole(row.VotersWomen), Whole(row.Turnout), Whole(row.TurnoutMen), Whole(row.TurnoutWomen),
                }));
            }
        }, "text/csv; charset=utf-8", $"tps-{election.Code}.csv");
    }

    // The same columns, by names that our own import takes too.
    private static Sheet Table(IQueryable<StationRow> rows) => new(
        "TPS",
        [
            new("Kode TPS", 20), new("Kode desa", 16), new("Desa", 24), new("Nomor", 9), new("Jenis", 10), new("Status", 14), new("Tempat", 36),
            new("DPT", 9), new("DPT L", 9), new("DPT P", 9), new("Pengguna", 11), new("Pengguna L", 12), new("Pengguna P", 12),
        ],
        rows.AsEnumerable().Select(row => new object?[]
        {
            row.Code, row.Code[..13], row.Village, int.Parse(row.Code.AsSpan(14), CultureInfo.InvariantCulture), row.Special ? "khusus" : "reguler", StationNames.Code(row.State), row.Place,
            row.Voters, row.VotersMen, row.VotersWomen, row.Turnout, row.TurnoutMen, row.TurnoutWomen,
        }));

    private static string Whole(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";

    // A cell that begins like a formula would be run by a spreadsheet.
    private static string Quoted(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny("\";\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
