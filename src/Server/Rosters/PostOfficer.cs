using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>Puts somebody on a shift, in place of another where it is a substitute, and takes "saya bertugas" of those who hold the office.</summary>
internal sealed class PostOfficer(Database database, CurrentReader current, KeepRoster rosters, OfficeClock clock)
{
    /// <summary>Offices that may be on a duty of the area: all that serve there.</summary>
    public async Task<IReadOnlyList<Addressee>> OfficesAsync(string area, CancellationToken cancel) =>
        [.. (await OfficeGroups.ReadAsync(database, AreaSet.Of(area), clock.Today, cancel)).All];

    /// <summary>Those of them that a word finds; without one those above the villages.</summary>
    public static IEnumerable<Addressee> Found(IEnumerable<Addressee> offices, string? words) => string.IsNullOrWhiteSpace(words)
        ? offices.Where(o => o.Level != OfficeLevel.Village).OrderBy(o => o.Level)
        : offices.Where(o => o.Name.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) || o.Holder?.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Null when posted, else the key of the text that says what is wrong.</summary>
    public async Task<string?> AddAsync(Guid shift, PostFields form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Role) || form.Role.Trim().Length > RostersMapping.LongestRole) return "RoleNeeded";
        var name = PastedLines.Name(form.Name);
        if ((form.Office is null) == (name.Length == 0)) return "WhoNeeded";
        if (name.Length > RostersMapping.LongestName) return "NameLong";
        if (!PastedLines.Phone(form.Phone, out var phone)) return "PhoneWrong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(shift, cancel) is not { } found || await rosters.OwnAsync(found.RosterId, cancel) is not { } roster) return "UnknownShift";
        if (found.EndsAt <= clock.Now) return "ShiftOver";
        var replaced = form.Replaces is null ? null : found.Posts.Find(p => p.Id == form.Replaces && p.ReplacedAt is null);
        if (form.Replaces is not null && replaced is null) return "ReplacedGone";
        var active = found.Posts.Where(p => p.ReplacedAt is null && p != replaced).ToList();
        if (found.Posts.Count >= RostersMapping.MostPosts) return "PostsMany";
        if (active.Exists(p => form.Office is { } office ? p.OfficeId == office : p.Name?.Equals(name, StringComparison.OrdinalIgnoreCase) == true)) return "PostedTwice";
        if (form.Office is { } asked && !(await OfficesAsync(roster.AreaCode, cancel)).Any(o => o.OfficeId == asked)) return "OfficeGone";
        if (replaced is not null) replaced.ReplacedAt = clock.Now.ToUniversalTime();
        database.Add(new DutyPost
        {
            Id = OrderedId.New(), ShiftId = shift, Role = form.Role.Trim(), IsStandby = form.Standby, OfficeId = form.Office, Name = form.Office is null ? name : null, ReplacesId = replaced?.Id,
            Phone = phone ?? (form.Office is { } known ? await LastPhoneAsync(roster.AreaCode, known, cancel) : null),
        });
        await rosters.DoneAsync(replaced is null ? "roster.post" : "roster.substitute", roster, transaction, cancel);
        return null;
    }

    /// <summary>Takes somebody off a shift that is not over. Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RemoveAsync(Guid shift, Guid post, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(shift, cancel) is not { } found || await rosters.OwnAsync(found.RosterId, cancel) is not { } roster) return "UnknownShift";
        if (found.StartsAt <= clock.Now) return "ShiftBegun";
        if (found.Posts.Find(p => p.Id == post && p.ReplacedAt is null) is not { } there) return "ReplacedGone";
        database.Remove(there);
        await rosters.DoneAsync("roster.unpost", roster, transaction, cancel);
        return null;
    }

    /// <summary>"Saya bertugas", by who holds the office. Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> AcknowledgeAsync(Guid shift, Guid post, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(shift, cancel) is not { } found || found.Posts.Find(p => p.Id == post && p.ReplacedAt is null) is not { } own
            || reader.Offices.FirstOrDefault(o => o.OfficeId == own.OfficeId) is not { } office) return "NotYourPost";
        if (found.EndsAt <= clock.Now) return "ShiftOver";
        if (own.AcknowledgedAt is not null) return null;
        (own.AcknowledgedAt, own.AcknowledgedBy) = (clock.Now.ToUniversalTime(), $"{reader.Name}, {office.Title}");
        var roster = await database.Set<Roster>().SingleAsync(r => r.Id == found.RosterId, cancel);
        await rosters.DoneAsync("roster.acknowledge", roster, transaction, cancel);
        return null;
    }

    private Task<DutyShift?> FindAsync(Guid shift, CancellationToken cancel) => database.Set<DutyShift>().Include(s => s.Posts).SingleOrDefaultAsync(s => s.Id == shift, cancel);

    // Typed once: the number that was last noted for this office here.
    private Task<string?> LastPhoneAsync(string area, Guid office, CancellationToken cancel) => database.Set<DutyPost>().AsNoTracking()
        .Where(p => p.OfficeId == office && p.Phone != null && p.Shift!.Roster!.AreaCode == area).OrderByDescending(p => p.Id).Select(p => p.Phone).FirstOrDefaultAsync(cancel);
}

/// <summary>Whom somebody puts on a shift.</summary>
public sealed class PostFields
{
    public string? Role { get; set; }

    public bool Standby { get; set; }

    public Guid? Office { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>The one in whose place he comes.</summary>
    public Guid? Replaces { get; set; }
}
