using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Meetings;

/// <summary>How the pillars of a kecamatan work together, by what can be counted: who comes, whether all three do, how fast what was agreed is done.</summary>
/// <param name="Code">The kecamatan.</param>
/// <param name="Name">Its name.</param>
/// <param name="Asked">Letters of the last twelve months to its offices and those of its villages, of meetings that were held.</param>
/// <param name="Present">Of these, where somebody came.</param>
/// <param name="Meetings">Meetings to which all three pillars of it were asked.</param>
/// <param name="Together">Of these, those where somebody of each pillar was there.</param>
/// <param name="Pace">What was agreed; null where it has nothing to do.</param>
public sealed record Synergy(string Code, string Name, int Asked, int Present, int Meetings, int Together, ActionPace? Pace)
{
    private const int Months = 12;

    private static readonly string[] Pillars = ["pemerintah", "tni", "polri"];

    /// <summary>Every kecamatan within the areas, by its code.</summary>
    public static async Task<List<Synergy>> ByKecamatanAsync(Database database, AreaSet areas, OfficeClock clock, CancellationToken cancel)
    {
        var (now, from) = (clock.Now.ToUniversalTime(), clock.Now.AddMonths(-Months).ToUniversalTime());
        // A meeting where nobody was marked present was not held, or nobody wrote who came: it says nothing of anybody.
        var held = database.Set<Meeting>().Where(m => m.State != MeetingState.Cancelled && m.StartsAt >= from && m.StartsAt <= now && m.Invitations.Any(i => i.ArrivedAt != null)).Select(m => m.Id);
        var letters = await areas.Of(database.Set<Invitation>().AsNoTracking().Where(i => i.AreaCode != null && i.AreaCode.Length >= 8 && held.Contains(i.MeetingId)), i => i.AreaCode!)
            .Select(i => new { i.MeetingId, Code = i.AreaCode!, i.Pillar, Present = i.ArrivedAt != null }).ToListAsync(cancel);
        var byKecamatan = letters.ToLookup(l => AreaCode.KecamatanOf(l.Code), StringComparer.Ordinal);
        var pace = await ActionPace.ByKecamatanAsync(database, areas, clock, cancel);
        var kecamatan = new List<AreaName>();
        foreach (var root in areas.Roots.Where(r => r.Length == 5)) kecamatan.AddRange(await AreaQueries.ChildrenAsync(database, root, cancel));
        kecamatan.AddRange((await AreaQueries.NamesAsync(database, [.. areas.Roots.Where(r => r.Length == 8)], cancel)).Values);
        return
        [
            .. kecamatan.Select(k =>
            {
                var own = byKecamatan[k.Code].ToList();
                var asked = own.GroupBy(l => l.MeetingId).Where(m => Pillars.All(p => m.Any(l => l.Pillar == p))).ToList();
                return new Synergy(k.Code, k.Name ?? k.Code, own.Count, own.Count(l => l.Present), asked.Count, asked.Count(m => Pillars.All(p => m.Any(l => l.Pillar == p && l.Present))), pace.GetValueOrDefault(k.Code));
            }),
        ];
    }
}
