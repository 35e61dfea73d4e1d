using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>Begins lists, signs them by the head of the agency signed in anew, and begins revisions of what is signed.</summary>
internal sealed class SignDuty(Database database, CurrentReader current, AuditLog audit, StepUp stepUp, OpenDuty open, TimeProvider clock)
{
    /// <summary>The first list of an election and kabupaten, or the revision of the signed one; its id, or the key of what hinders it.</summary>
    public async Task<(Guid? Id, string? Problem)> BeginAsync(DutyDesk desk, int election, string area, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (!reader.AreasOf(desk.Write).Contains(area) || (await ElectionQueries.AllAsync(database, cancel)).All(e => e.Id != election || !e.Areas.Any(AreaSet.Of(area).Touches))) return (null, "NotYours");
        await using var transaction = await database.BeginWriteAsync(cancel);
        await ElectionQueries.TakeAsync(database, election, cancel);
        var all = await database.Set<DutyRoll>().AsNoTracking().Where(r => r.Kind == desk.Kind && r.ElectionId == election && r.AreaCode == area).ToListAsync(cancel);
        if (all.Find(r => r.State == DutyState.Draft) is not null) return (null, "DraftThere");
        var roll = new DutyRoll { Id = OrderedId.New(), Kind = desk.Kind, ElectionId = election, AreaCode = area, Revision = all.Count + 1 };
        database.Add(roll);
        if (all.Find(r => r.State == DutyState.InForce) is { } signed)
        {
            foreach (var m in await database.Set<DutyMember>().AsNoTracking().Where(m => m.RollId == signed.Id).OrderBy(m => m.Id).ToListAsync(cancel))
            {
                database.Add(new DutyMember
                {
                    Id = OrderedId.New(), RollId = roll.Id, Name = m.Name, Rank = m.Rank, ServiceNumber = m.ServiceNumber, Unit = m.Unit, Place = m.Place, Time = m.Time, Phone = m.Phone,
                });
            }
        }

        await audit.AddAsync($"{desk.Path}.begin", roll.Id.ToString(), area, tell: desk.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (roll.Id, null);
    }

    /// <summary>Signs it; null when done, else the key of what hinders it.</summary>
    /// <param name="desk">Whose list it must be.</param>
    /// <param name="id">The list.</param>
    /// <param name="seen">The digest of what the signer had on the page.</param>
    /// <param name="code">The six digits of the authenticator.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> SignAsync(DutyDesk desk, Guid id, string? seen, string? code, CancellationToken cancel)
    {
        var signer = await current.GetSignedInAsync();
        var area = await database.Set<DutyRoll>().Where(r => r.Id == id && r.Kind == desk.Kind).Select(r => r.AreaCode).SingleOrDefaultAsync(cancel);
        if (area is null || desk.SigningOffice(signer, area) is not { } office) return "NotSigner";
        if (await stepUp.VerifyAsync(code ?? "") is { } refused) return refused;
        return await open.ChangeAsync(desk, id, null, "sign", async (roll, reader) =>
        {
            if (!await database.Set<DutyMember>().AnyAsync(m => m.RollId == id, cancel)) return "Empty";
            var digest = await DigestAsync(database, roll, cancel);
            if (digest != seen) return "ChangedMeanwhile";
            foreach (var old in await database.Set<DutyRoll>().Where(r => r.Kind == roll.Kind && r.ElectionId == roll.ElectionId && r.AreaCode == roll.AreaCode && r.State == DutyState.InForce).ToListAsync(cancel))
                old.State = DutyState.Superseded;
            (roll.State, roll.SignedAt, roll.SignedById, roll.SignedBy, roll.SignedOffice, roll.Digest) =
                (DutyState.InForce, clock.GetUtcNow(), reader.AccountId, reader.Name, office.Title, digest);
            return null;
        }, cancel);
    }

    /// <summary>Types in the number that the registry (TU) gave. Given once, it stays.</summary>
    public async Task<string?> NumberAsync(DutyDesk desk, Guid id, string? number, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (string.IsNullOrWhiteSpace(number) || number.Trim().Length > 80) return "NumberShape";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roll = await database.Set<DutyRoll>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Kind == desk.Kind, cancel);
        if (roll is null || !reader.AreasOf(desk.Write).Contains(roll.AreaCode)) return "NotYours";
        if (roll.State == DutyState.Draft) return "NotSigned";
        var words = number.Trim();
        if (await database.Set<DutyRoll>().Where(r => r.Id == id && r.Number == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.Number, words), cancel) == 0) return "NumberGiven";
        await audit.AddAsync($"{desk.Path}.number", id.ToString(), roll.AreaCode, tell: desk.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What a signature stands for: everybody on the list with place and time, in one order, as SHA-256, without telephone numbers.</summary>
    public static async Task<string> DigestAsync(Database database, DutyRoll roll, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(params object?[] row) => hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(row) + "\n"));
        Add("list", roll.Id, roll.Kind, roll.ElectionId, roll.AreaCode, roll.Revision);
        foreach (var m in (await database.Set<DutyMember>().AsNoTracking().Where(m => m.RollId == roll.Id).ToListAsync(cancel)).OrderBy(m => m.Id))
            Add("person", m.Id, m.Name, m.Rank, m.ServiceNumber, m.Unit, m.Place, m.Time);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
