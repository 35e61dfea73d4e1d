using System.Globalization;
using System.Resources;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary><c>/kesiapan-instansi/unduh</c>: agencies, their points and obstacles as XLSX, Indonesian whoever downloads it.</summary>
internal static class ReadinessDownload
{
    private static readonly ResourceManager Texts = new(typeof(ReadinessText));

    public static async Task<IResult> RunAsync(string? pemilihan, CurrentReader current, Database database, KeepObstacles obstacles, OfficeClock clock, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(ReadinessPermissions.Read);
        var occasion = Occasion.Chosen(await Occasion.AllAsync(database, areas, cancel), pemilihan);
        var board = await ReadinessBoard.OfAsync(database, areas, occasion.Id, clock, cancel);
        var register = await obstacles.AllAsync(occasion.Id, cancel);
        return Workbook.Of(
            "kesiapan-instansi",
            new Sheet(
                "Instansi", [new("Instansi", 40), new("Keadaan", 20), new("Siap", 8), new("Ada kendala", 12), new("Belum", 8), new("Kendala terbuka", 15), new("Ditandatangani", 18), new("Oleh", 50)],
                board.Select(a => new object?[] { a.Agency.Name, Word($"State{a.State}"), a.Count(PointState.Ready), a.Count(PointState.Hindered), a.Count(PointState.NotYet), a.OpenObstacles, a.SignatureHolds ? At(a.Signature!.At) : null, a.SignatureHolds ? a.Signature!.By : null })),
            new Sheet(
                "Butir", [new("Instansi", 40), new("Butir", 30), new("Keadaan", 20), new("Keterangan", 60), new("Berlaku sampai", 15)],
                board.SelectMany(a => a.Points.Select(p => new object?[] { a.Agency.Name, p.Name, Word($"Point{p.State}"), p.Answer?.Note, Day(p.Answer?.Until) }))),
            new Sheet(
                "Kendala", [new("Instansi", 40), new("Kendala", 60), new("Tenggat", 12), new("Umur (hari)", 12), new("Dieskalasi", 18), new("Tuntas", 18), new("Hasil", 60), new("Oleh", 50)],
                register.Select(r => new object?[] { r.Agency.Name, r.Of.What, Day(r.Of.Due), r.Age, At(r.Of.EscalatedAt), At(r.Of.SolvedAt), r.Of.Result, r.Of.SolvedBy ?? r.Of.By })));

        string? At(DateTimeOffset? at) => at is { } instant ? clock.Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(string key) => Texts.GetString(key, CultureInfo.GetCultureInfo("id")) ?? key;
}
