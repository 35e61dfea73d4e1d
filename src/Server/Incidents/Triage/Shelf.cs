using System.Runtime.InteropServices;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// Gists of one kabupaten. A question goes through all of them by four figures each, which a processor reads at a million a few
/// milliseconds; what passes, some hundreds, is compared word by word.
/// </summary>
internal sealed class Shelf(Ground ground)
{
    private readonly Lock _lock = new();
    private readonly List<(Guid Id, Gist Gist)> _gists = [];
    private readonly List<Brief> _briefs = [];

    private readonly record struct Brief(long At, ulong Subjects, short Village, short Named);

    public int Count
    {
        get
        {
            lock (_lock) return _gists.Count;
        }
    }

    public Gist Read(string what, string where, string area, double? latitude, double? longitude, DateTimeOffset at) =>
        Gist.Of(what, where, area, latitude is { } lat && longitude is { } lng ? new GeoPoint(lat, lng) : null, at, ground);

    public void Add(Guid id, Gist gist)
    {
        lock (_lock)
        {
            _gists.Add((id, gist));
            _briefs.Add(new(gist.At.UtcTicks, gist.Subjects, gist.Village, gist.Named));
        }
    }

    /// <summary>Lets go of all others.</summary>
    public void Keep(HashSet<Guid> ids)
    {
        lock (_lock)
        {
            var kept = _gists.Index().Where(g => ids.Contains(g.Item.Id)).ToList();
            if (kept.Count == _gists.Count) return;
            var briefs = kept.ConvertAll(k => _briefs[k.Index]);
            _gists.Clear();
            _briefs.Clear();
            _gists.AddRange(kept.Select(k => k.Item));
            _briefs.AddRange(briefs);
        }
    }

    /// <summary>Those that reach <see cref="Likeness.Shown"/>, the likeliest first.</summary>
    public List<(Guid Id, double Score)> Alike(Guid self, Gist asked)
    {
        var candidates = Candidates(self, asked);
        var gists = candidates.ConvertAll(c => c.Gist);
        var scores = Company.Settle(candidates.ConvertAll(c => c.Alone), Company.Between(gists, ground, Likeness.Of));
        return [.. candidates.Zip(scores, (c, s) => (c.Id, Score: s)).Where(c => c.Score >= Likeness.Shown).OrderByDescending(c => c.Score)];
    }

    private List<(Guid Id, Gist Gist, double Alone)> Candidates(Guid self, Gist asked)
    {
        var found = new PriorityQueue<(Guid Id, Gist Gist, double Alone), double>();
        var (from, to) = ((asked.At - Likeness.Apart).UtcTicks, (asked.At + Likeness.Apart).UtcTicks);
        var reached = ground.Reached(asked);
        lock (_lock)
        {
            var briefs = CollectionsMarshal.AsSpan(_briefs);
            for (var i = 0; i < briefs.Length; i++)
            {
                ref readonly var brief = ref briefs[i];
                if (brief.At < from || brief.At > to || (brief.Subjects & asked.Subjects) == 0) continue;
                if (brief.Village != Ground.None && !reached[brief.Village] && (brief.Named == Ground.None || !reached[brief.Named])) continue;
                var (id, gist) = _gists[i];
                var alone = Likeness.Of(asked, gist, ground);
                if (alone < Company.Worth || id == self) continue;
                found.Enqueue((id, gist, alone), alone);
                if (found.Count > Company.Most) found.Dequeue();
            }
        }

        var candidates = new List<(Guid, Gist, double)>(found.Count);
        while (found.TryDequeue(out var one, out _)) candidates.Add(one);
        candidates.Reverse();
        return candidates;
    }
}
