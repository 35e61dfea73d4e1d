using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions.Contract;

/// <summary>What an item must be before it is added.</summary>
public static class ActionRules
{
    /// <summary>Days before and after a voting day that an item may be due on.</summary>
    public const int MostOffset = 400;

    /// <summary>The key of what is wrong (a text of this room: <see cref="ActionWords.Problem"/>), or null.</summary>
    public static string? ProblemOf(NewAction action) =>
        string.IsNullOrWhiteSpace(action.Title) ? "TitleMissing"
        : action.Title.Trim().Length > NewAction.LongestTitle ? "TitleLong"
        : action.Detail?.Trim().Length > NewAction.LongestDetail ? "DetailLong"
        : action.Source?.Trim().Length > NewAction.LongestSource ? "SourceLong"
        : !Enum.IsDefined(action.Kind) ? "KindMissing"
        : !Enum.IsDefined(action.Track) || !Enum.IsDefined(action.Parts) || !Enum.IsDefined(action.Repeat) ? "KindMissing"
        : action.OwnerAgency == Guid.Empty ? "OwnerMissing"
        : !(AreaCode.IsKabupaten(action.AreaCode) || AreaCode.IsKecamatan(action.AreaCode) || AreaCode.IsVillage(action.AreaCode)) ? "AreaMissing"
        : action.DueElection is not null && Math.Abs(action.DueOffset) > MostOffset ? "OffsetWrong"
        : action.Repeat == ActionRepeat.Weekly && action.RepeatOn is < 1 or > 7 ? "RepeatWrong"
        : action.Repeat == ActionRepeat.Monthly && action.RepeatOn is < 1 or > 31 ? "RepeatWrong"
        : action.EscalateAfterDays is < 1 or > 365 ? "EscalateWrong"
        : null;
}
