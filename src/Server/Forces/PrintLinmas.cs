using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Papers;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>The five papers that a village prints from its one list of names.</summary>
internal static class PrintLinmas
{
    /// <summary>The papers by their addresses, in the order in which they are needed.</summary>
    public static readonly string[] Papers = ["usulan", "lampiran-sk-pps", "surat-tugas", "daftar-hadir", "daftar-honor"];

    /// <summary><c>/linmas/{code}/{paper}.pdf?pemilihan=</c></summary>
    public static async Task<IResult> RunAsync(
        string code, string paper, string? pemilihan, Database database, CurrentReader current, AuditLog audit, OfficeClock clock, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (!AreaCode.IsVillage(code) || !reader.AreasOf(ForcesPermissions.ReadLinmas).Contains(code)) return Results.NotFound();
        var election = await LinmasElection.OfAsync(database, pemilihan, AreaSet.Of(code), cancel);
        if (election is null || await ListAsync(database, election, code, clock, cancel) is not { } list) return Results.NotFound();
        var made = paper switch
        {
            "usulan" => VillagePapers.Proposal(list),
            "lampiran-sk-pps" => VillagePapers.PpsDecree(list),
            "surat-tugas" => VillagePapers.Assignment(list),
            "daftar-hadir" => VillagePapers.Attendance(list),
            "daftar-honor" => VillagePapers.Honour(list),
            _ => null,
        };
        if (made is null) return Results.NotFound();
        await audit.AddAsync("linmas.print", code, code);
        await database.SaveChangesAsync(cancel);
        return PdfFile.Of(made, $"{paper}-{code}.pdf");
    }

    // Who serves at stations, by station and gate, then those without a place; null where the village is not known.
    private static async Task<LinmasList?> ListAsync(Database database, ElectionName election, string village, OfficeClock clock, CancellationToken cancel)
    {
        var names = await AreaQueries.NamesAsync(database, [village, village[..8], village[..5]], cancel);
        if (!names.TryGetValue(village, out var area)) return null;
        var list = await VillageLinmas.ReadAsync(database, election, village, cancel);
        var people = list.Members.Where(m => m.State == LinmasState.Active && m.IsStationGuard)
            .Select(m => (Member: m, Post: list.Posts.GetValueOrDefault(m.Id)))
            .OrderBy(p => p.Post is null).ThenBy(p => p.Post?.StationCode, StringComparer.Ordinal).ThenBy(p => p.Post?.Gate).ThenBy(p => p.Member.Name, StringComparer.OrdinalIgnoreCase)
            .Select(p => new LinmasPerson(
                p.Member.Name, p.Member.BirthYear, p.Member.Phone ?? "", p.Member.CardNumber ?? "",
                p.Post?.Gate switch { LinmasGate.Entrance => "Pintu masuk", LinmasGate.Exit => "Pintu keluar", _ => "" },
                p.Post?.StationCode[14..] ?? "", p.Member.Trainings.Count > 0));
        return new LinmasList(
            area.Name ?? village, names.GetValueOrDefault(village[..8])?.Name ?? "", names.GetValueOrDefault(village[..5])?.Name ?? "",
            election.Name, election.VotingDay ?? clock.Today, [.. people], clock.Now)
        {
            IsKelurahan = area.Kind == AreaKind.Kelurahan, Number = list.Roll?.DecreeNumber,
        };
    }
}
