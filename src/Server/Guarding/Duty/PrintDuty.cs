using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>The list behind the order of the Dandim or the Kasatpol PP: on paper, and as a workbook that is taken back.</summary>
internal sealed class PrintDuty(Database database, CurrentReader current, AuditLog audit, NameAreas names, OfficeClock clock)
{
    public async Task<IResult> PaperAsync(DutyDesk desk, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(desk, id, cancel) is not { } roll) return Results.NotFound();
        var order = await OrderAsync(desk, roll, cancel);
        return PdfFile.Of(desk.Kind == DutyKind.Tni ? DutyList.Dandim(order) : DutyList.SatpolPp(order), $"{FileName(desk, roll)}.pdf");
    }

    public async Task<IResult> WorkbookAsync(DutyDesk desk, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(desk, id, cancel) is not { } roll) return Results.NotFound();
        var people = await PeopleAsync(database, roll.Id, cancel);
        return Workbook.Of(FileName(desk, roll), new Sheet(
            "Personel", [new("No", 7), new("Nama", 32), new("Pangkat", 18), new(desk.NumberName, 22), new("Kesatuan", 24), new("Tempat", 36), new("Waktu", 24), new("HP", 16)],
            people.Select((p, i) => new object?[] { i + 1, p.Name, p.Rank, p.ServiceNumber, p.Unit, p.Place, p.Time, p.Phone })));
    }

    /// <summary>The people of a list in the order in which they were entered.</summary>
    public static async Task<List<DutyMember>> PeopleAsync(Database database, Guid roll, CancellationToken cancel) =>
        [.. (await database.Set<DutyMember>().AsNoTracking().Where(m => m.RollId == roll).ToListAsync(cancel)).OrderBy(m => m.Id)];

    private async Task<DutyRoll?> FindAsync(DutyDesk desk, Guid id, CancellationToken cancel)
    {
        var roll = await database.Set<DutyRoll>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Kind == desk.Kind, cancel);
        if (roll is null || !(await current.GetSignedInAsync()).AreasOf(desk.Read).Contains(roll.AreaCode)) return null;
        // Terbatas: names leave on paper.
        await audit.AddAsync($"{desk.Path}.print", id.ToString(), roll.AreaCode);
        await database.SaveChangesAsync(cancel);
        return roll;
    }

    private async Task<DutyOrder> OrderAsync(DutyDesk desk, DutyRoll roll, CancellationToken cancel)
    {
        var election = (await ElectionQueries.AllAsync(database, cancel)).Single(e => e.Id == roll.ElectionId);
        var kabupaten = (await names([roll.AreaCode], cancel)).GetValueOrDefault(roll.AreaCode) ?? roll.AreaCode;
        var kodim = desk.Kind == DutyKind.Tni ? await PolsekList.CommandAsync(database, JurisdictionKind.Kodim, roll.AreaCode, cancel) ?? "Kodim" : "";
        var mark = roll is { SignedAt: { } at, SignedBy: { } by, SignedOffice: { } office } ? new SignedMark(by, office, DateOnly.FromDateTime(clock.Local(at).DateTime)) : null;
        return new DutyOrder(
            election.Name, election.VotingDay ?? clock.Today, kabupaten, roll.Number, mark,
            new OrderSigner(desk.Kind == DutyKind.Tni ? $"Komandan {kodim}" : "Kepala Satuan Polisi Pamong Praja"),
            desk.Kind == DutyKind.Tni
                ? ["TENTARA NASIONAL INDONESIA ANGKATAN DARAT", kodim.ToUpperInvariant().Replace("KODIM", "KOMANDO DISTRIK MILITER", StringComparison.Ordinal)]
                : [$"PEMERINTAH {kabupaten.ToUpperInvariant()}", "SATUAN POLISI PAMONG PRAJA"],
            [.. (await PeopleAsync(database, roll.Id, cancel)).Select(p => new DutyPerson(p.Name, p.Rank ?? "", p.ServiceNumber ?? "", p.Unit ?? "", p.Place ?? "", p.Time ?? ""))],
            clock.Now);
    }

    private static string FileName(DutyDesk desk, DutyRoll roll) => string.Create(CultureInfo.InvariantCulture, $"daftar-{desk.Path}-r{roll.Revision}");
}
