using System.Globalization;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>The figures that count as a file, which is taken back with its numbers changed.</summary>
internal static class StrengthDownload
{
    /// <summary><c>/kekuatan/unduh?pemilihan=&amp;jenis=&amp;milik=ya</c>; the last leaves out what others say, which they alone send back.</summary>
    public static async Task<IResult> RunAsync(
        string? pemilihan, string? jenis, string? milik, CurrentReader current, Database database, AuditLog audit, NameAreas names, PlanDemandOf demand, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var election = await LinmasElection.OfAsync(database, pemilihan, reader.AreasOf(ForcesPermissions.ReadStrength), cancel);
        if (election is null && !string.IsNullOrEmpty(pemilihan)) return Results.NotFound();
        var homes = await StrengthHomes.ReadAsync(database, cancel);
        var book = await StrengthBook.ReadAsync(database, election, reader, homes, names, demand, cancel);
        await audit.AddAsync("strength.download", election?.Code ?? "-");
        await database.SaveChangesAsync(cancel);
        return LinmasDownload.File(
            jenis, "kekuatan", "Kekuatan",
            [new("Instansi", 12), new("Satuan", 32), new("Asal", 24), new("Penggunaan", 14), new("Jumlah", 10), new("Kurang lebih", 12), new("Diperbantukan ke", 24), new("Per tanggal", 12), new("Menurut", 36)],
            book.Units.Where(u => milik != "ya" || SaveStrength.May(reader, u.Unit, homes)).SelectMany(u => u.Figures.Values.OrderBy(f => f.Use).Select(f => new object?[]
            {
                StrengthWords.Written(u.Unit.Agency), u.Unit.Name, homes.Written(u.Unit), StrengthWords.Written(f.Use), f.Count,
                f.IsApproximate ? "ya" : null, homes.Find(f.LentToId)?.Name, f.HoldsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), f.SaidBy,
            })));
    }
}
