using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Bawaslu;

/// <summary>Notes that a case is with Bawaslu. Its record is Bawaslu's own: others see what they noted themselves, and counts.</summary>
internal sealed class NoteReceipt(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The reader's office that notes, and the kabupaten; null where he does not.</summary>
    public async Task<(HeldOffice Office, string Kabupaten)?> WriterAsync()
    {
        var reader = await current.GetSignedInAsync();
        var office = reader.Offices.FirstOrDefault(o => !o.Areas.IsEmpty && AccessMatrix.Default.Allows(o.Role, Permission.Parse(IncidentsPermissions.WriteReceipts)));
        return office?.Areas.Roots.FirstOrDefault(r => r.Length >= 5) is { } root ? (office, root[..5]) : null;
    }

    /// <summary>The receipts that the reader sees one by one: Bawaslu all of its area, others those of their own agency.</summary>
    public async Task<List<BawasluReceipt>> OwnAsync(CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var agencies = reader.Offices.Select(o => o.AgencyId).ToList();
        var supervised = reader.Offices.Where(o => o.Role == OfficeRole.Bawaslu).Aggregate(AreaSet.Empty, (areas, o) => areas.Union(o.Areas));
        return await supervised.Of(database.Set<BawasluReceipt>().AsNoTracking(), r => r.AreaCode, r => agencies.Contains(r.AgencyId)).OrderBy(r => r.EndedOn != null).ThenBy(r => r.FollowUpBy).ThenBy(r => r.Number).Take(500).ToListAsync(cancel);
    }

    /// <summary>How many there are of each kind in the kabupaten where the reader is, also for who serves a part of it: receipts are the kabupaten's.</summary>
    public async Task<Dictionary<OffenceKind, int>> CountsAsync(CancellationToken cancel)
    {
        var areas = AreaSet.Of((await current.GetSignedInAsync()).AreasOf(IncidentsPermissions.ReadReceipts).Roots.Select(r => r[..Math.Min(5, r.Length)]));
        return await areas.Of(database.Set<BawasluReceipt>().AsNoTracking(), r => r.AreaCode).GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Form form, CancellationToken cancel)
    {
        if (await WriterAsync() is not var (office, kabupaten)) return "NotNoting";
        if (string.IsNullOrWhiteSpace(form.Number) || form.Number.Trim().Length > ReceiptMapping.LongestNumber) return "NumberNeeded";
        if (!Enum.IsDefined(form.Kind)) return "OffenceNeeded";
        if (form.ReceivedOn is not { } on || on > clock.Today || on < clock.Today.AddDays(-120)) return "ReceivedWrong";
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        var number = form.Number.Trim();
        if (await database.Set<BawasluReceipt>().AnyAsync(r => r.AreaCode == kabupaten && r.Number == number, cancel)) return "NumberTwice";
        var election = (await ElectionQueries.AllAsync(database, cancel)).FirstOrDefault(e => e.State == ElectionState.Running && e.Areas.Any(a => AreaSet.Of(a).Touches(kabupaten)));
        var receipt = new BawasluReceipt
        {
            Id = OrderedId.New(), Number = number, Kind = form.Kind, AreaCode = kabupaten, ReceivedOn = on, FollowUpBy = HandlingClock.LastDay(election?.Kind ?? ElectionKind.Pilkada, on),
            AgencyId = office.AgencyId, By = $"{reader.Name}, {office.Title}", At = clock.Now.ToUniversalTime(),
        };
        database.Add(receipt);
        await audit.AddAsync("incidents.receipt", receipt.Id.ToString(), kabupaten, tell: IncidentsPermissions.ReadReceipts);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Bawaslu says that a case is at its end. Null when kept.</summary>
    public async Task<string?> EndAsync(Guid id, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        var supervised = reader.Offices.Where(o => o.Role == OfficeRole.Bawaslu).Aggregate(AreaSet.Empty, (areas, o) => areas.Union(o.Areas));
        if (await supervised.Of(database.Set<BawasluReceipt>(), r => r.AreaCode).SingleOrDefaultAsync(r => r.Id == id && r.EndedOn == null, cancel) is not { } receipt) return "UnknownReceipt";
        receipt.EndedOn = clock.Today;
        await audit.AddAsync("incidents.receipt-end", id.ToString(), receipt.AreaCode, tell: IncidentsPermissions.ReadReceipts);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public string? Number { get; set; }

        public OffenceKind Kind { get; set; }

        public DateOnly? ReceivedOn { get; set; }
    }
}
