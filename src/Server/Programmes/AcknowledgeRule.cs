using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Programmes;

/// <summary>"Saya sudah membaca dan memahami": kept once for each version of a card.</summary>
internal sealed class AcknowledgeRule(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>What the reader has read, each card with its newest version and when.</summary>
    public async Task<IReadOnlyDictionary<string, (int Version, DateTimeOffset At)>> MineAsync(CancellationToken cancel)
    {
        var reader = await current.GetAsync();
        if (PersonOf(reader) is not { } person) return new Dictionary<string, (int, DateTimeOffset)>(StringComparer.Ordinal);
        return (await database.Set<RuleAcknowledgement>().AsNoTracking().Where(a => a.PersonId == person).ToListAsync(cancel))
            .GroupBy(a => a.CardKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Version) is { } a ? (a.Version, a.At) : default, StringComparer.Ordinal);
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    /// <param name="key">The card.</param>
    /// <param name="version">The version that was on the page: another that came meanwhile is not read yet.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> RunAsync(string key, int version, CancellationToken cancel)
    {
        var reader = await current.GetAsync();
        if (PersonOf(reader) is not { } person || !reader.May(ProgrammesPermissions.Acknowledge)) return "SignInToAcknowledge";
        if (RuleCard.Find(key) is not { } card || card.Version != version) return "CardChanged";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<RuleAcknowledgement>().AnyAsync(a => a.CardKey == key && a.Version == version && a.PersonId == person, cancel)) return null;
        database.Add(new RuleAcknowledgement { CardKey = key, Version = version, AccountId = reader.AccountId!.Value, PersonId = person, At = clock.Now.ToUniversalTime() });
        await audit.AddAsync("rules.acknowledge", key, details: string.Create(CultureInfo.InvariantCulture, $"{{\"version\":{version}}}"), tell: ProgrammesPermissions.Coverage);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static Guid? PersonOf(Reader reader) => reader.AccountId is null ? null : reader.PersonId ?? reader.AccountId;
}
