using System.Collections.Immutable;
using TigaPilar.Server.Incidents.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Board;

/// <summary>What a station asks for at a minute of the day.</summary>
public enum StationNeed : byte
{
    /// <summary>As it should be.</summary>
    None,

    /// <summary>No word, and none is due yet.</summary>
    NotDue,

    /// <summary>No word from a village without signal, and its hour has not come.</summary>
    Quiet,

    /// <summary>No word, though stations have opened.</summary>
    NoWord,

    /// <summary>Opened, and no word of the counting.</summary>
    NoCountWord,

    NotOpened,
}

/// <summary>A station on the board.</summary>
/// <param name="Code">Which.</param>
/// <param name="Day">What is known; null without any word.</param>
/// <param name="Need">What it asks for.</param>
/// <param name="Quiet">How its word comes, where there is no signal.</param>
public sealed record StationRow(string Code, StationDay? Day, StationNeed Need, QuietVillage? Quiet)
{
    public DayState? State => Day?.State;
}

/// <summary>Sums of a kecamatan, or of all of them.</summary>
public sealed record DaySums(string Code, int Stations, int Opened, int NotOpened, int NoWord, int Quiet, int NoWordDue, int NoCountWord, int Finished, int AtPpk, int OnTheWay, int SuppliesComplete, int SuppliesMissing, int Incidents, int Notable, DateTimeOffset? UpdatedAt)
{
    /// <summary>Nobody need ring there.</summary>
    public bool InOrder => NotOpened + NoWordDue + NoCountWord + Notable == 0;

    public int NotYetOpened => Stations - Opened;
}

/// <summary>The board of one voting day at one moment: the same whether the moment is now or one looks back.</summary>
/// <param name="Minute">Of the voting day: negative before it, past 1440 after it.</param>
/// <param name="All">Of all that the reader sees.</param>
/// <param name="Kecamatan">The worst first.</param>
/// <param name="Exceptions">Stations that ask for something, by what they ask for and their code.</param>
/// <param name="Open">Notable incidents that are open.</param>
/// <param name="Stations">All.</param>
public sealed record DayBoard(int Minute, DaySums All, ImmutableArray<DaySums> Kecamatan, ImmutableArray<StationRow> Exceptions, ImmutableArray<IncidentAt> Open, ImmutableArray<StationRow> Stations)
{
    public static DayBoard Of(DaySnapshot snapshot, AreaSet areas, int minute)
    {
        var rows = snapshot.Ground.Stations.Where(areas.Contains).Select(code =>
        {
            var (day, quiet) = (snapshot.Known.GetValueOrDefault(code), snapshot.Quiet.GetValueOrDefault(AreaCode.VillageOf(code)));
            return new StationRow(code, day, NeedOf(day?.State, quiet, snapshot.Settings, minute), quiet);
        }).ToImmutableArray();
        var incidents = snapshot.Incidents.Where(i => areas.Contains(i.AreaCode)).ToList();
        var kecamatan = rows.GroupBy(r => AreaCode.KecamatanOf(r.Code), StringComparer.Ordinal)
            .Select(g => Sum(g.Key, [.. g], incidents.FindAll(i => AreaSet.IsWithin(i.AreaCode, g.Key))))
            .OrderByDescending(s => s.NotOpened + s.NoWordDue).ThenByDescending(s => s.Notable).ThenByDescending(s => s.NoCountWord).ThenByDescending(s => s.NotYetOpened).ThenBy(s => s.Code, StringComparer.Ordinal);
        return new DayBoard(
            minute, Sum("", rows, incidents), [.. kecamatan], [.. rows.Where(r => r.Need > StationNeed.NotDue).OrderByDescending(r => r.Need).ThenBy(r => r.Code, StringComparer.Ordinal)],
            [.. incidents.Where(i => i is { Open: true, Notable: true }).OrderBy(i => i.At)], rows);
    }

    /// <summary>By the clock alone: nobody has to say that something is missing.</summary>
    public static StationNeed NeedOf(DayState? state, QuietVillage? quiet, DaySettings settings, int minute)
    {
        if (state == DayState.NotOpened) return StationNeed.NotOpened;
        if (state is null)
        {
            if (quiet is not null && minute < Math.Max(quiet.Minute, settings.OpensMinute)) return minute < settings.OpensMinute ? StationNeed.NotDue : StationNeed.Quiet;
            return minute < settings.OpensMinute + settings.GraceMinutes ? StationNeed.NotDue : StationNeed.NoWord;
        }

        var counts = Math.Max(settings.CountsMinute + settings.GraceMinutes, quiet?.CountMinute ?? 0);
        return state == DayState.Opened && minute >= counts ? StationNeed.NoCountWord : StationNeed.None;
    }

    private static DaySums Sum(string code, IReadOnlyCollection<StationRow> rows, List<IncidentAt> incidents)
    {
        int Count(Func<StationRow, bool> which) => rows.Count(which);
        return new DaySums(
            code, rows.Count, Count(r => r.State >= DayState.Opened), Count(r => r.State == DayState.NotOpened), Count(r => r.State is null && r.Need != StationNeed.Quiet), Count(r => r.Need == StationNeed.Quiet),
            Count(r => r.Need == StationNeed.NoWord), Count(r => r.Need == StationNeed.NoCountWord), Count(r => r.State >= DayState.Finished), Count(r => r.State == DayState.BoxAtPpk), Count(r => r.State == DayState.BoxOnTheWay),
            Count(r => r.Day?.Supplies == true || r.State >= DayState.Opened), Count(r => r.Day?.Supplies == false && r.State is null or DayState.NotOpened),
            incidents.Count, incidents.Count(i => i.Notable), rows.Max(r => r.Day?.ReceivedAt));
    }
}
