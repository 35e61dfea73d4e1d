using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>The list as it is filtered, and the parts of one item, as XLSX.</summary>
internal static class ActionDownload
{
    /// <summary><c>/tindak-lanjut/unduh</c>.</summary>
    public static async Task<IResult> ListAsync(
        string? status, Guid? instansi, string? jenis, string? jalur, string? lewat, string? cari, string? urut, CurrentReader current, Database database, OfficeClock clock, CancellationToken cancel)
    {
        var rows = new ActionQuery(status, instansi, jenis, jalur, lewat, cari, urut).Of(await ActionList.OfAsync(database, await current.GetSignedInAsync(), clock, cancel));
        return Workbook.Of("tindak-lanjut", new Sheet(
            "Tindak lanjut",
            [
                new("Tindak lanjut", 50), new("Jenis", 24), new("Jalur", 13), new("Instansi", 32), new("Wilayah", 22), new("Asal", 34), new("Dibuat", 12), new("Tenggat", 12), new("Status", 14),
                new("Umur (hari)", 11), new("Lewat (hari)", 12), new("Bagian", 9), new("Bagian tuntas", 13), new("Dieskalasi", 12),
            ],
            rows.Select(r => new object?[]
            {
                r.Item.Title, Word($"Kind{r.Item.Kind}"), r.Item.Track == ActionTrack.None ? null : Word($"Track{r.Item.Track}"), r.Owner, r.Area, r.Item.Source, Day(clock, r.Item.CreatedAt), Day(r.Due),
                Word($"State{r.Item.State}"), r.Age, r.Late == 0 ? null : r.Late, r.Parts == 0 ? null : r.Parts, r.Parts == 0 ? null : r.PartsVerified, r.Item.EscalatedAt is { } at ? Day(clock, at) : null,
            })));
    }

    /// <summary><c>/tindak-lanjut/{id}/unduh</c>: every part with how far it is.</summary>
    public static async Task<IResult> PartsAsync(Guid id, CurrentReader current, Database database, OfficeClock clock, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (await ActionScope.FindAsync(database, reader, id, cancel) is null) return Results.NotFound();
        var coverage = await ActionCoverage.OfAsync(database, reader, id, cancel);
        return Workbook.Of("cakupan-tindak-lanjut", new Sheet(
            "Cakupan", [new("Kode", 16), new("Kecamatan", 22), new("Wilayah", 24), new("Instansi", 32), new("Status", 14), new("Sejak", 12)],
            coverage.Groups.SelectMany(g => g.Parts.Select(p => new object?[] { p.AreaCode, g.Name, p.Area, p.Owner, Word($"State{p.State}"), Day(clock, p.StateAt) }))));
    }

    private static string Word(string key) => ActionWords.Indonesian(key);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Day(OfficeClock clock, DateTimeOffset at) => Day(DateOnly.FromDateTime(clock.Local(at).DateTime));
}
