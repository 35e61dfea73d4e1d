using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.VotingDay;

/// <summary>The day of the vote that a page is about.</summary>
/// <param name="Election">Its election.</param>
/// <param name="Day">When.</param>
/// <param name="Kabupaten">Where: the reader's.</param>
/// <param name="Areas">Which of it the reader sees.</param>
/// <param name="DaysToGo">Until the day; negative after it.</param>
public sealed record DayAt(ElectionName Election, DateOnly Day, string Kabupaten, AreaSet Areas, int DaysToGo)
{
    /// <summary>Word comes from the day on which the supplies reach the stations until the boxes are all back.</summary>
    public bool TakesWord => DaysToGo is <= DayChoice.Before and >= -DayChoice.After;

    /// <summary>The part of a page's address that names the election.</summary>
    public string Query => $"pemilihan={Uri.EscapeDataString(Election.Code)}";
}

internal static class DayChoice
{
    /// <summary>Supplies are in the villages and at the stations on H-1.</summary>
    public const int Before = 1;

    /// <summary>A kecamatan recapitulates until H+7; by then its boxes have gone to KPU.</summary>
    public const int After = 7;

    /// <summary>Boxes travel from H-4 on, and are at KPU's store before the kabupaten's recapitulation ends.</summary>
    public const int BoxesBefore = 10;

    public const int BoxesAfter = 19;

    /// <summary>
    /// The one that is asked for; without a code that of today or of these days, else the next, else the last. Null where the
    /// reader has no area of it by this permission.
    /// </summary>
    public static async Task<(DayAt? Day, List<ElectionName> All)> OfAsync(Database database, Reader reader, string permission, OfficeClock clock, string? code, CancellationToken cancel)
    {
        var areas = reader.AreasOf(permission);
        // Whose areas are smaller than a kabupaten works on his part of its board.
        if (areas.Roots.FirstOrDefault(r => r.Length >= 5)?[..5] is not { } kabupaten) return (null, []);
        var all = (await ElectionQueries.AllAsync(database, cancel)).Where(e => e is { State: not ElectionState.Draft, VotingDay: not null } && e.Areas.Any(a => AreaSet.Of(a).Touches(kabupaten))).ToList();
        int ToGo(ElectionName e) => e.VotingDay!.Value.DayNumber - clock.Today.DayNumber;
        var chosen = string.IsNullOrEmpty(code)
            ? all.Where(e => ToGo(e) is <= Before and >= -After).MinBy(e => Math.Abs(ToGo(e))) ?? all.Where(e => ToGo(e) > 0).MinBy(ToGo) ?? all.MaxBy(ToGo)
            : all.Find(e => e.Code == code);
        return (chosen is null ? null : new DayAt(chosen, chosen.VotingDay!.Value, kabupaten, areas, ToGo(chosen)), all);
    }

    /// <summary>The reader's office that has a permission over all of these codes; null where none has.</summary>
    public static HeldOffice? OfficeOf(Reader reader, string permission, IReadOnlyCollection<string> codes) =>
        reader.Offices.FirstOrDefault(o => AccessMatrix.Default.Allows(o.Role, Permission.Parse(permission)) && codes.All(o.Areas.Contains));
}
