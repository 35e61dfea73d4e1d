using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary>How an agency stands, the weakest first.</summary>
public enum AgencyState : byte
{
    /// <summary>Ada kendala: it was said, and it is known what has to be done.</summary>
    Hindered = 1,

    /// <summary>Belum menyampaikan: a point is open or holds no longer, or the head has not signed what stands there.</summary>
    NotStated = 2,
    Ready = 3,
}

/// <summary>A point as it stands today.</summary>
/// <param name="Name">Its words.</param>
/// <param name="State">What holds today.</param>
/// <param name="Answer">What was said; null where nothing was.</param>
/// <param name="Expired">It was said, and its last day has passed.</param>
public sealed record PointView(string Name, PointState State, ReadinessAnswer? Answer, bool Expired);

/// <summary>An agency with all that it said.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Points">In the order of the list.</param>
/// <param name="Signature">The last one.</param>
/// <param name="Digest">Of what it says now.</param>
/// <param name="OpenObstacles">Not solved.</param>
/// <param name="Escalated">Those of them that the Desk took further.</param>
public sealed record AgencyReadiness(StatingAgency Agency, ImmutableArray<PointView> Points, ReadinessSignature? Signature, string Digest, int OpenObstacles, int Escalated)
{
    public bool SignatureHolds => Signature?.Digest == Digest;

    public int Count(PointState state) => Points.Count(p => p.State == state);

    public AgencyState State => !SignatureHolds || Count(PointState.NotYet) > 0 ? AgencyState.NotStated
        : Count(PointState.Hindered) > 0 || OpenObstacles > 0 ? AgencyState.Hindered : AgencyState.Ready;
}

/// <summary>All agencies that a reader sees, for one occasion, the weakest link first.</summary>
internal static class ReadinessBoard
{
    public static async Task<List<AgencyReadiness>> OfAsync(Database database, AreaSet areas, int election, OfficeClock clock, CancellationToken cancel) =>
        await OfAsync(database, await ReadinessScope.AgenciesAsync(database, areas, cancel), election, clock, cancel);

    public static async Task<List<AgencyReadiness>> OfAsync(Database database, IReadOnlyCollection<StatingAgency> agencies, int election, OfficeClock clock, CancellationToken cancel)
    {
        var ids = agencies.Select(a => a.Id).ToList();
        var points = await Points.ReadAsync(database, cancel);
        var answers = (await database.Set<ReadinessAnswer>().AsNoTracking().Where(a => a.ElectionId == election && ids.Contains(a.AgencyId)).ToListAsync(cancel)).ToLookup(a => a.AgencyId);
        var signatures = await database.Set<ReadinessSignature>().AsNoTracking().Where(s => s.ElectionId == election && ids.Contains(s.AgencyId)).ToDictionaryAsync(s => s.AgencyId, cancel);
        var obstacles = (await database.Set<Obstacle>().AsNoTracking().Where(o => o.ElectionId == election && o.SolvedAt == null && ids.Contains(o.AgencyId)).Select(o => new { o.AgencyId, Taken = o.EscalatedAt != null }).ToListAsync(cancel)).ToLookup(o => o.AgencyId);
        var today = clock.Today;
        return
        [
            .. agencies.Select(a => new AgencyReadiness(
                a, [.. points.Of(a.Kabupaten, a.Kind).Select(p => View(p, answers[a.Id].FirstOrDefault(x => x.Point == p), today))], signatures.GetValueOrDefault(a.Id), DigestOf(answers[a.Id]),
                obstacles[a.Id].Count(), obstacles[a.Id].Count(o => o.Taken)))
                .OrderBy(a => a.State).ThenByDescending(a => a.Escalated).ThenByDescending(a => a.OpenObstacles + a.Count(PointState.Hindered)).ThenBy(a => a.Count(PointState.Ready))
                .ThenBy(a => a.Agency.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <summary>SHA-256 over all answers by their points; whether one has expired is no change of it.</summary>
    public static string DigestOf(IEnumerable<ReadinessAnswer> answers)
    {
        var text = new StringBuilder();
        foreach (var answer in answers.OrderBy(a => a.Point, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{answer.Point}\t{(int)answer.State}\t{answer.Note}\t{answer.Until:yyyy-MM-dd}\u001e");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static PointView View(string point, ReadinessAnswer? answer, DateOnly today)
    {
        var expired = answer?.Until < today;
        return new(point, answer is null || expired ? PointState.NotYet : answer.State, answer, expired);
    }
}
