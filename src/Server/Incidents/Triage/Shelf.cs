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
        var members = Company.Choose(Compared(self, asked), out var candidates);
        var scores = Company.Settle(members.ConvertAll(m => m.Alone), Company.Between(members.ConvertAll(m => m.One.Gist), candidates, ground, Likeness.Of));
        return [.. members.Zip(scores, (m, s) => (m.One.Id, Score: s)).Where(m => m.Score >= Likeness.Shown).OrderByDescending(m => m.Score)];
    }

    private List<((Guid Id, Gist Gist) One, double Alone, double Anywhere)> Compared(Guid self, Gist asked)
    {
        var compared = new List<((Guid, Gist), double, double)>();
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
                if (id == self) continue;
                var alone = Likeness.Of(asked, gist, ground, weights: null, out var anywhere);
                if (alone >= Company.Worth || anywhere >= Company.Notable) compared.Add(((id, gist), alone, anywhere));
            }
        }

        return compared;
    }
}
