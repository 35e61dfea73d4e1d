using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>The duties that have an age rule of their own.</summary>
public enum AgedDuty : byte
{
    /// <summary><i>Petugas ketertiban TPS</i>.</summary>
    StationGuard = 1,
    Satlinmas = 2,
}

/// <summary>An age rule with the law that it comes from and the day from which it holds. Only added to: the history stays.</summary>
public sealed class AgeRule
{
    public int Id { get; init; }

    public required AgedDuty Duty { get; init; }

    /// <summary>Youngest, in whole years on voting day.</summary>
    public required int From { get; init; }

    /// <summary>Oldest, in whole years.</summary>
    public required int To { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>As it is shown.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>
    /// Whether somebody born in that year is surely outside on the day. The year alone leaves one year open, and where
    /// the birthday decides nobody is refused: the PPS looks at the document.
    /// </summary>
    public bool Excludes(int birthYear, DateOnly day) => day.Year - birthYear < From || day.Year - birthYear - 1 > To;
}

/// <summary>The rules in force on a day: they warn and refuse nobody.</summary>
public sealed record LinmasAges(AgeRule StationGuard, AgeRule Satlinmas)
{
    /// <summary>
    /// What an installation begins with, until somebody enters others: that of PKPU, and for Satlinmas the common use, whose
    /// article was not found (married ones may be younger, which no list asks).
    /// </summary>
    public static LinmasAges Initial { get; } = new(
        new AgeRule { Duty = AgedDuty.StationGuard, From = 17, To = 55, EffectiveFrom = DateOnly.MinValue, LegalBasis = "PKPU 8/2022" },
        new AgeRule { Duty = AgedDuty.Satlinmas, From = 18, To = 60, EffectiveFrom = DateOnly.MinValue, LegalBasis = "kebiasaan" });

    public static async Task<LinmasAges> OnAsync(Database database, DateOnly day, CancellationToken cancel)
    {
        var entered = await database.Set<AgeRule>().AsNoTracking().Where(r => r.EffectiveFrom <= day).ToListAsync(cancel);
        AgeRule Of(AgedDuty duty, AgeRule initial) => entered.Where(r => r.Duty == duty).OrderBy(r => r.EffectiveFrom).ThenBy(r => r.Id).LastOrDefault() ?? initial;
        return new LinmasAges(Of(AgedDuty.StationGuard, Initial.StationGuard), Of(AgedDuty.Satlinmas, Initial.Satlinmas));
    }

    /// <summary>The first rule that the member's duties break; null where none.</summary>
    public AgeRule? Broken(LinmasMember member, DateOnly day) =>
        member.IsStationGuard && StationGuard.Excludes(member.BirthYear, day) ? StationGuard
        : member.IsSatlinmas && Satlinmas.Excludes(member.BirthYear, day) ? Satlinmas
        : null;
}
