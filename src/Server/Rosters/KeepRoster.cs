using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>Makes a roster and writes what it is: an agency its own, the Desk that of its posko.</summary>
internal sealed class KeepRoster(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Longest period: a roster that nobody ends is not read any more.</summary>
    private const int MostDays = 366;

    /// <summary>The new roster, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> AddAsync(RosterFields form, CancellationToken cancel)
    {
        if (WrongWith(form) is { } wrong) return (null, wrong);
        var reader = await current.GetSignedInAsync();
        if (RosterScope.MakerOf(reader) is not { } office) return (null, "NoArea");
        if (form.Desk && office.Role != OfficeRole.Desk) return (null, "NotDesk");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roster = new Roster
        {
            Id = OrderedId.New(), Name = form.Name!.Trim(), AreaCode = RosterScope.AreaOf(office), AgencyId = office.AgencyId, IsDesk = form.Desk, RoundTheClock = form.RoundTheClock,
            DayBegins = ShiftTimes.Time(form.DayBegins)!.Value, From = form.From!.Value, To = form.To!.Value,
        };
        database.Add(roster);
        await DoneAsync("roster.add", roster, transaction, cancel);
        return (roster.Id, null);
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> SaveAsync(Guid id, RosterFields form, CancellationToken cancel)
    {
        if (WrongWith(form) is { } wrong) return wrong;
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OwnAsync(id, cancel) is not { } roster) return "UnknownRoster";
        (roster.Name, roster.RoundTheClock, roster.DayBegins) = (form.Name!.Trim(), form.RoundTheClock, ShiftTimes.Time(form.DayBegins)!.Value);
        (roster.From, roster.To) = (form.From!.Value, form.To!.Value);
        await DoneAsync("roster.change", roster, transaction, cancel);
        return null;
    }

    /// <summary>A roster that the reader keeps, to be changed; null where he does not.</summary>
    public async Task<Roster?> OwnAsync(Guid id, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var found = await RosterScope.Of(database, reader).SingleOrDefaultAsync(r => r.Id == id, cancel);
        return found is not null && RosterScope.KeeperOf(reader, found) is not null ? found : null;
    }

    /// <summary>Writes what the caller has changed of a roster, with its entry in the log, and tells those who look at it.</summary>
    public async Task DoneAsync(string action, Roster roster, WriteTransaction transaction, CancellationToken cancel, string? details = null)
    {
        await audit.AddAsync(action, roster.Id.ToString(), roster.AreaCode, details, tell: RostersPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private string? WrongWith(RosterFields form) =>
        string.IsNullOrWhiteSpace(form.Name) || form.Name.Trim().Length > RostersMapping.LongestName ? "NameNeeded"
        : ShiftTimes.Time(form.DayBegins) is null ? "TimeWrong"
        : form.From is not { } from || form.To is not { } to || to < from || to.DayNumber - from.DayNumber > MostDays || to < clock.Today.AddDays(-MostDays) ? "DaysWrong" : null;
}

/// <summary>What somebody fills in of a roster.</summary>
public sealed class RosterFields
{
    public string? Name { get; set; }

    public bool Desk { get; set; }

    public bool RoundTheClock { get; set; }

    public string? DayBegins { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}
