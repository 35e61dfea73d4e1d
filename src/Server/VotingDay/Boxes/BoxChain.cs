using System.Collections.Immutable;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.VotingDay.Boxes;

public enum BoxGapKind : byte
{
    /// <summary>Boxes went on from where nobody noted that they came.</summary>
    LegSkipped = 1,
    FewerTaken = 2,
    SealBroken = 3,
    NotBack = 4,
}

/// <summary>What does not fit in the way of the boxes.</summary>
/// <param name="Kind">What.</param>
/// <param name="AreaCode">Where: a village or a kecamatan.</param>
/// <param name="Leg">On which leg.</param>
/// <param name="Boxes">How many; 0 for a leg.</param>
public sealed record BoxGap(BoxGapKind Kind, string AreaCode, BoxLeg Leg, int Boxes);

/// <summary>The boxes of one kecamatan.</summary>
public sealed record BoxLine(string Kecamatan, int Out, int AtStations, int Back, int AtKpu, ImmutableArray<BoxGap> Gaps, DateTimeOffset? Last);

/// <summary>The way of the boxes as the handovers tell it. Pure.</summary>
internal static class BoxChain
{
    /// <summary>The hour after the voting day by which boxes are looked for that did not come back: they travel by night.</summary>
    public const int BackByMinute = (24 + 6) * 60;

    /// <summary>One line for each kecamatan, those with gaps first.</summary>
    /// <param name="handovers">All, those put right too.</param>
    /// <param name="kecamatan">All that vote.</param>
    /// <param name="minute">Of the voting day.</param>
    public static ImmutableArray<BoxLine> Of(IReadOnlyCollection<BoxHandover> handovers, IEnumerable<string> kecamatan, int minute)
    {
        var replaced = handovers.Select(h => h.ReplacesId).OfType<Guid>().ToHashSet();
        var inForce = handovers.Where(h => !replaced.Contains(h.Id)).ToLookup(h => AreaCode.KecamatanOf(h.AreaCode), StringComparer.Ordinal);
        return [.. kecamatan.Select(k => Line(k, [.. inForce[k]], minute)).OrderByDescending(l => l.Gaps.Length).ThenBy(l => l.Kecamatan, StringComparer.Ordinal)];
    }

    private static BoxLine Line(string kecamatan, List<BoxHandover> own, int minute)
    {
        int Taken(BoxLeg leg) => own.Where(h => h.Leg == leg).Sum(h => h.BoxesTaken);
        var gaps = new List<BoxGap>();
        if (own.Exists(h => h.Leg is > BoxLeg.StoreToPpk and < BoxLeg.TpsToPpk) && !own.Exists(h => h.Leg == BoxLeg.StoreToPpk)) gaps.Add(new(BoxGapKind.LegSkipped, kecamatan, BoxLeg.StoreToPpk, 0));
        if (own.Exists(h => h.Leg == BoxLeg.PpkToKpu) && !own.Exists(h => h.Leg == BoxLeg.TpsToPpk)) gaps.Add(new(BoxGapKind.LegSkipped, kecamatan, BoxLeg.TpsToPpk, 0));
        foreach (var village in own.Where(h => h.AreaCode.Length >= 13).GroupBy(h => AreaCode.VillageOf(h.AreaCode), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            bool Has(BoxLeg leg) => village.Any(h => h.Leg == leg);
            if (Has(BoxLeg.PpsToTps) && !Has(BoxLeg.PpkToPps)) gaps.Add(new(BoxGapKind.LegSkipped, village.Key, BoxLeg.PpkToPps, 0));
            if (Has(BoxLeg.TpsToPpk) && !Has(BoxLeg.PpsToTps)) gaps.Add(new(BoxGapKind.LegSkipped, village.Key, BoxLeg.PpsToTps, 0));
            var missing = village.Where(h => h.Leg == BoxLeg.PpsToTps).Sum(h => h.BoxesTaken) - village.Where(h => h.Leg == BoxLeg.TpsToPpk).Sum(h => h.BoxesTaken);
            if (minute >= BackByMinute && missing > 0) gaps.Add(new(BoxGapKind.NotBack, village.Key, BoxLeg.TpsToPpk, missing));
        }

        foreach (var handover in own.OrderBy(h => h.At).ThenBy(h => h.Id))
        {
            if (handover.BoxesTaken < handover.BoxesGiven) gaps.Add(new(BoxGapKind.FewerTaken, handover.AreaCode, handover.Leg, handover.BoxesGiven - handover.BoxesTaken));
            if (handover.SealsIntact < handover.BoxesTaken) gaps.Add(new(BoxGapKind.SealBroken, handover.AreaCode, handover.Leg, handover.BoxesTaken - handover.SealsIntact));
        }

        var (went, back, gone) = (Taken(BoxLeg.StoreToPpk), Taken(BoxLeg.TpsToPpk), Taken(BoxLeg.PpkToKpu));
        // A village says it more nearly where its boxes were noted.
        if (minute >= BackByMinute && went > back && !gaps.Exists(g => g.Kind == BoxGapKind.NotBack)) gaps.Add(new(BoxGapKind.NotBack, kecamatan, BoxLeg.TpsToPpk, went - back));
        if (gone > 0 && gone < back) gaps.Add(new(BoxGapKind.FewerTaken, kecamatan, BoxLeg.PpkToKpu, back - gone));
        return new BoxLine(kecamatan, went, Taken(BoxLeg.PpsToTps), back, gone, [.. gaps], own.Count == 0 ? null : own.Max(h => h.At));
    }
}
