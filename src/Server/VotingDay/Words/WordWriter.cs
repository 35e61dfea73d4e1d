using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.VotingDay.Words;

/// <summary>What one sends at once: a pair tells of its eleven stations in one go.</summary>
internal sealed record Sending(Guid Id, int Election, ImmutableArray<StationWord> Words, Guid Account, Guid Office);

/// <summary>Takes word in: at seven all groups tell at once, and each is acknowledged once it is on the disk.</summary>
internal sealed class WordWriter(IServiceScopeFactory scopes, ILogger<WordWriter> log) : GroupCommit<Sending>(scopes, log)
{
    protected override async Task<bool[]> WriteAsync(Database database, IReadOnlyList<Sending> items, CancellationToken cancel)
    {
        // First: on PostgreSQL it is also the lock under which what is known of a kabupaten's stations changes.
        foreach (var (election, kabupaten) in items.SelectMany(i => i.Words.Select(w => (i.Election, AreaCode.KabupatenOf(w.VillageCode)))).Distinct().OrderBy(k => k.Election).ThenBy(k => k.Item2, StringComparer.Ordinal))
            await Pulses.BeatAsync(database, election, kabupaten, cancel);
        var ids = items.Select(i => i.Id).Distinct().ToList();
        var sent = (await database.Set<StationWord>().AsNoTracking().Where(w => ids.Contains(w.SentId)).Select(w => w.SentId).Distinct().ToListAsync(cancel)).ToHashSet();
        var (elections, stations) = (items.Select(i => i.Election).Distinct().ToList(), items.SelectMany(i => i.Words.Select(w => w.StationCode)).Distinct(StringComparer.Ordinal).ToList());
        var known = (await database.Set<StationDay>().Where(d => elections.Contains(d.ElectionId) && stations.Contains(d.StationCode)).ToListAsync(cancel)).ToDictionary(d => (d.ElectionId, d.StationCode));
        var (added, told) = (new bool[items.Count], new SortedSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < items.Count; i++)
        {
            // Sent twice it is one, within the batch too.
            if (items[i].Words.IsEmpty || !sent.Add(items[i].Id)) continue;
            added[i] = true;
            foreach (var word in items[i].Words)
            {
                if (!known.TryGetValue((word.ElectionId, word.StationCode), out var day))
                {
                    known.Add((word.ElectionId, word.StationCode), day = new StationDay { ElectionId = word.ElectionId, StationCode = word.StationCode });
                    database.Add(day);
                }

                day.Take(word);
                database.Add(word);
                told.Add(AreaCode.KecamatanOf(word.VillageCode));
            }

            Log(database, items[i]);
        }

        // One event a kecamatan and commit, however many told of it: pages are read anew once.
        if (told.Count > 0) Pulses.Tell(database, told, items[^1].Words.Select(w => w.ReceivedAt).DefaultIfEmpty().Max());
        await database.SaveChangesAsync(cancel);
        // The context lives as long as its connection: what is written is read anew the next time.
        database.ChangeTracker.Clear();
        return added;
    }

    private static void Log(Database database, Sending sending)
    {
        var first = sending.Words[0];
        var area = sending.Words.All(w => w.VillageCode == first.VillageCode) ? first.VillageCode : AreaCode.KabupatenOf(first.VillageCode);
        var entry = new AuditEntry
        {
            At = first.ReceivedAt, AccountId = sending.Account, OfficeId = sending.Office, Action = "votingday.word", Subject = sending.Id.ToString(), AreaCode = area,
            Details = string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{sending.Words.Length},\"via\":\"{first.Via}\"}}"),
        };
        database.Add(entry);
        database.Add(new AuditPending { Entry = entry });
    }
}

/// <summary>Says that a day has changed: to the pages that are open, and by a number to what was computed of it.</summary>
internal static class Pulses
{
    /// <summary>Counts up, within the caller's transaction.</summary>
    public static async Task BeatAsync(Database database, int election, string kabupaten, CancellationToken cancel)
    {
        if (await database.Set<DayPulse>().Where(p => p.ElectionId == election && p.KabupatenCode == kabupaten).ExecuteUpdateAsync(s => s.SetProperty(p => p.Number, p => p.Number + 1), cancel) > 0) return;
        database.Add(new DayPulse { ElectionId = election, KabupatenCode = kabupaten, Number = 1 });
        await database.SaveChangesAsync(cancel);
    }

    /// <summary>To those who read the board and those who read its totals.</summary>
    public static void Tell(Database database, IEnumerable<string> areas, DateTimeOffset at)
    {
        foreach (var area in areas)
        {
            database.Announce(VotingDayPermissions.Read, area, area, at);
            database.Announce(VotingDayPermissions.Counts, area, area, at);
        }
    }
}
