using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Board;

/// <summary>A day with its board, as a page was asked for it.</summary>
/// <param name="Day">Which.</param>
/// <param name="Snapshot">What is known.</param>
/// <param name="Board">Of the reader's areas.</param>
/// <param name="Back">The minute that one looks back to; null for now.</param>
public sealed record LookedAt(DayAt Day, DaySnapshot Snapshot, DayBoard Board, int? Back)
{
    /// <summary>The moment that it is of.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Anything is known of the day, or it is so near that something will be.</summary>
    public bool IsShown => Day.DaysToGo <= DayChoice.Before;

    public string NameOf(string code) => Snapshot.Ground.NameOf(code);
}

/// <summary>Reads a day: as it is known now, or as it was known at an hour.</summary>
internal sealed class LookAtDay(Database database, CurrentReader current, DaySnapshots snapshots, OfficeClock clock)
{
    /// <summary>Null where the reader has no such day.</summary>
    /// <param name="permission">By which he looks.</param>
    /// <param name="election">Code; null for that of these days.</param>
    /// <param name="hour">0940; null for now. What is still to come, or no hour, is now.</param>
    /// <param name="cancel">Ends the query.</param>
    public async Task<LookedAt?> ReadAsync(string permission, string? election, string? hour, CancellationToken cancel)
    {
        if ((await DayChoice.OfAsync(database, await current.GetSignedInAsync(), permission, clock, election, cancel)).Day is not { } day) return null;
        var now = clock.Now;
        if (DayTime.Minute(hour) is { } minute && DayTime.At(day.Day, minute, clock) is var then && then < now)
        {
            var past = await snapshots.ThenAsync(database, day, then, cancel);
            return new LookedAt(day, past, past.BoardOf(day.Areas, minute), minute) { At = then };
        }

        var live = await snapshots.NowAsync(database, day, cancel);
        // A board of a day long gone is the same at any minute.
        return new LookedAt(day, live, live.BoardOf(day.Areas, Math.Clamp(DayTime.Since(day.Day, now, clock), -DayTime.End * 20, DayTime.End * 20)), null) { At = now };
    }
}

/// <summary>The stations on the map: what asks for something stands out.</summary>
internal static class DayMap
{
    public static async Task<IResult> GetAsync(string? pemilihan, string? pukul, LookAtDay look, Database database, HttpContext http, CancellationToken cancel)
    {
        if (await look.ReadAsync(VotingDayPermissions.Read, pemilihan, pukul, cancel) is not { } seen) return Results.NotFound();
        var states = seen.Board.Stations.ToDictionary(r => r.Code, r => r, StringComparer.Ordinal);
        var places = await seen.Snapshot.Ground.PlacesAsync(database, seen.Day.Election.Id, seen.Day.Kabupaten, cancel);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Json(new
        {
            columns = (string[])["code", "lat", "lng", "special", "approximate", "state"],
            // Which stations are special ones is told by other pages, to those who may know.
            // What asks for something is drawn over what does not.
            rows = places.Where(p => states.ContainsKey(p.Code)).OrderBy(p => states[p.Code].Need).Select(p => (object[])[p.Code, Math.Round(p.At.Latitude, 5), Math.Round(p.At.Longitude, 5), 0, p.Approximate ? 1 : 0, StateOf(states[p.Code])]),
        });
    }

    private static string StateOf(StationRow row) => row.Need switch
    {
        StationNeed.NotOpened => "bad",
        StationNeed.NoWord or StationNeed.NoCountWord => "warn",
        _ => row.State >= DayState.Opened ? "good" : "",
    };
}
