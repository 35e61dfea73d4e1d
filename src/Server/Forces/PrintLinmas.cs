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
        if (election is null || await LinmasPapers.InputAsync(database, election, code, clock.Today, cancel) is not { } input) return Results.NotFound();
        var list = new LinmasList(
            input.Village.Name ?? code, input.Kecamatan ?? "", input.Kabupaten ?? "", election.Name, election.VotingDay ?? clock.Today,
            [
                .. input.People.Where(p => p.IsStationGuard).Select(p => new LinmasPerson(
                    p.Name, p.BirthYear, "", p.Phone ?? "", p.CardNumber ?? "", p.Gate switch { LinmasGate.Entrance => "Pintu masuk", LinmasGate.Exit => "Pintu keluar", _ => "" },
                    p.Station?[14..] ?? "", Trained: false)),
            ],
            clock.Now)
        {
            Number = input.DecreeNumber, IsSigned = false,
        };
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
}
