using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Board;

/// <summary>What is known of a day in a kabupaten at one moment.</summary>
public sealed record DaySnapshot(DayGround Ground, FrozenDictionary<string, StationDay> Known, FrozenDictionary<string, QuietVillage> Quiet, DaySettings Settings, ImmutableArray<IncidentAt> Incidents)
{
    private readonly ConcurrentDictionary<(string Areas, int Minute), DayBoard> _boards = new();

    /// <summary>The board of this for some areas at a minute: computed once for all who look at the same.</summary>
    public DayBoard BoardOf(AreaSet areas, int minute)
    {
        // A snapshot lives until something changes; on a quiet day each minute has its board.
        if (_boards.Count > 200) _boards.Clear();
        return _boards.GetOrAdd((string.Join(' ', areas.Roots), minute), key => DayBoard.Of(this, areas, key.Minute));
    }
}

/// <summary>
/// What was read of the days, shared by all who look: five hundred open boards ask for a number, and only the first after a
/// change for the rest. Incidents are asked for anew where the feed has told of anything since.
/// </summary>
internal sealed class DaySnapshots(OfficeClock clock, FeedTail feed)
{
    private static readonly TimeSpan GroundKept = TimeSpan.FromSeconds(60);

    /// <summary>Moments looked back at that are kept: what was known then does not change any more.</summary>
    private const int MostPast = 32;

    private readonly ConcurrentDictionary<(int Election, string Kabupaten), (long Number, long Head, DaySnapshot Of)> _live = new();
    private readonly ConcurrentDictionary<(int Election, string Kabupaten), (DateTimeOffset Read, DayGround Of)> _ground = new();
    private readonly ConcurrentDictionary<(int Election, string Kabupaten, long At, long Number), DaySnapshot> _past = new();

    /// <summary>What is known now.</summary>
    public async Task<DaySnapshot> NowAsync(Database database, DayAt day, CancellationToken cancel)
    {
        // Both before anything is read: what is told meanwhile is read by the next one.
        var (key, head) = ((day.Election.Id, day.Kabupaten), feed.Head);
        var number = await NumberAsync(database, day, cancel);
        if (_live.TryGetValue(key, out var last) && last.Number == number && last.Head == head) return last.Of;
        var ground = await GroundAsync(database, day, cancel);
        var incidents = await IncidentCounts.AsOfAsync(database, AreaSet.Of(day.Kabupaten), DayTime.At(day.Day, 0, clock), Until(day), cancel);
        DaySnapshot of;
        if (last.Of is { } known && last.Number == number && ReferenceEquals(known.Ground, ground))
        {
            of = known.Incidents.SequenceEqual(incidents) ? known : known with { Incidents = incidents };
        }
        else
        {
            var rows = await AreaSet.Of(day.Kabupaten).Of(database.Set<StationDay>().AsNoTracking().Where(s => s.ElectionId == day.Election.Id), s => s.StationCode).ToListAsync(cancel);
            of = await MakeAsync(database, day, ground, rows.ToFrozenDictionary(s => s.StationCode, StringComparer.Ordinal), incidents, cancel);
        }

        _live[key] = (number, head, of);
        return of;
    }

    /// <summary>What was known at a moment that is past.</summary>
    public async Task<DaySnapshot> ThenAsync(Database database, DayAt day, DateTimeOffset at, CancellationToken cancel)
    {
        // With the number: where hours or villages without signal were changed since, it is computed anew.
        var key = (day.Election.Id, day.Kabupaten, at.UtcTicks, await NumberAsync(database, day, cancel));
        if (_past.TryGetValue(key, out var known)) return known;
        var until = at.ToUniversalTime();
        var words = await AreaSet.Of(day.Kabupaten).Of(database.Set<StationWord>().AsNoTracking().Where(w => w.ElectionId == day.Election.Id && w.ReceivedAt <= until), w => w.StationCode)
            .OrderBy(w => w.ReceivedAt).ThenBy(w => w.SentId).ToListAsync(cancel);
        var incidents = await IncidentCounts.AsOfAsync(database, AreaSet.Of(day.Kabupaten), DayTime.At(day.Day, 0, clock), at, cancel);
        var of = await MakeAsync(database, day, await GroundAsync(database, day, cancel), StationDay.Of(words).ToFrozenDictionary(StringComparer.Ordinal), incidents, cancel);
        if (_past.Count >= MostPast) _past.Clear();
        _past[key] = of;
        return of;
    }

    public async Task<DayGround> GroundAsync(Database database, DayAt day, CancellationToken cancel)
    {
        var (key, now) = ((day.Election.Id, day.Kabupaten), clock.Now);
        if (_ground.TryGetValue(key, out var last) && (now - last.Read).Duration() < GroundKept) return last.Of;
        var ground = await DayGround.ReadAsync(database, day.Election.Id, day.Kabupaten, cancel);
        _ground[key] = (now, ground);
        return ground;
    }

    /// <summary>The hours of a day; those of the law where nobody has set any.</summary>
    public static async Task<DaySettings> SettingsAsync(Database database, int election, string kabupaten, CancellationToken cancel) =>
        await database.Set<DaySettings>().AsNoTracking().SingleOrDefaultAsync(s => s.ElectionId == election && s.KabupatenCode == kabupaten, cancel) ?? new DaySettings { ElectionId = election, KabupatenCode = kabupaten };

    private static async Task<DaySnapshot> MakeAsync(Database database, DayAt day, DayGround ground, FrozenDictionary<string, StationDay> known, ImmutableArray<IncidentAt> incidents, CancellationToken cancel)
    {
        var quiet = await AreaSet.Of(day.Kabupaten).Of(database.Set<QuietVillage>().AsNoTracking().Where(v => v.ElectionId == day.Election.Id), v => v.VillageCode).ToListAsync(cancel);
        return new DaySnapshot(ground, known, quiet.ToFrozenDictionary(v => v.VillageCode, StringComparer.Ordinal), await SettingsAsync(database, day.Election.Id, day.Kabupaten, cancel), incidents);
    }

    private static async Task<long> NumberAsync(Database database, DayAt day, CancellationToken cancel) =>
        await database.Set<DayPulse>().Where(p => p.ElectionId == day.Election.Id && p.KabupatenCode == day.Kabupaten).Select(p => p.Number).FirstOrDefaultAsync(cancel);

    // Incidents of the day and of the night after it; later ones are no part of it.
    private DateTimeOffset Until(DayAt day) => DayTime.At(day.Day.AddDays(2), 0, clock);
}
