using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Minutes;

/// <summary>What came of a change: kept, or what somebody else wrote meanwhile.</summary>
/// <param name="Problem">Key of the text that says what is wrong; null when kept.</param>
/// <param name="Theirs">The paragraph as it stands, where another was first.</param>
public sealed record WriteOutcome(string? Problem, MinutesParagraph? Theirs = null);

/// <summary>
/// Several people write the minutes at once. A change names the version that it was made on; where that is no longer the last
/// one nothing is overwritten and both texts are shown. All versions are kept.
/// </summary>
internal sealed class WriteMinutes(Database database, MeetingAccess access, AuditLog audit, OfficeClock clock)
{
    /// <summary>Adds a paragraph at the end; pasted lines stay one paragraph, blank lines part it into several.</summary>
    public async Task<WriteOutcome> AddAsync(Guid id, string? text, CancellationToken cancel)
    {
        var parts = (text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return new("ParagraphEmpty");
        if (parts.Any(p => p.Length > MeetingsMapping.LongWords)) return new("ParagraphLong");
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return new("MinutesNotOpen");
        var (by, at) = (await access.SignAsync(), clock.Now.ToUniversalTime());
        var last = await database.Set<MinutesParagraph>().Where(p => p.MeetingId == id).MaxAsync(p => (int?)p.Position, cancel) ?? 0;
        foreach (var part in parts)
        {
            var paragraph = new MinutesParagraph { Id = OrderedId.New(), MeetingId = id, Position = last += 10, Version = 1, Text = part, By = by, At = at };
            database.Add(paragraph);
            Keep(paragraph.Id, id, 1, part, by, at);
        }

        await SaveAsync(meeting, transaction, cancel);
        return new(null);
    }

    /// <summary>Changes a paragraph; an empty text takes it out, its versions stay.</summary>
    public async Task<WriteOutcome> ChangeAsync(Guid id, Guid paragraph, int version, string? text, CancellationToken cancel)
    {
        var words = (text ?? "").ReplaceLineEndings("\n").Trim();
        if (words.Length > MeetingsMapping.LongWords) return new("ParagraphLong");
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return new("MinutesNotOpen");
        var (by, at) = (await access.SignAsync(), clock.Now.ToUniversalTime());
        var same = database.Set<MinutesParagraph>().Where(p => p.Id == paragraph && p.MeetingId == id && p.Version == version);
        // The version is compared where it is changed: of two who save at once one is told.
        var changed = words.Length == 0 ? await same.ExecuteDeleteAsync(cancel)
            : await same.ExecuteUpdateAsync(s => s.SetProperty(p => p.Text, words).SetProperty(p => p.Version, version + 1).SetProperty(p => p.By, by).SetProperty(p => p.At, at), cancel);
        if (changed == 0)
        {
            var theirs = await database.Set<MinutesParagraph>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == paragraph && p.MeetingId == id, cancel);
            // Sent twice on a bad line, it is there once.
            return theirs?.Text == words || (theirs is null && words.Length == 0) ? new(null) : new(theirs is null ? "ParagraphGone" : "ParagraphChanged", theirs);
        }

        Keep(paragraph, id, version + 1, words, by, at);
        await SaveAsync(meeting, transaction, cancel);
        return new(null);
    }

    /// <summary>The meeting whose minutes may be written now; null where they may not.</summary>
    private async Task<Meeting?> OpenAsync(Guid id, CancellationToken cancel) =>
        await access.TakeOwnAsync(id, cancel) is { IsOpen: true } meeting && !await access.IsSignedAsync(id, cancel) ? meeting : null;

    private void Keep(Guid paragraph, Guid meeting, int version, string text, string by, DateTimeOffset at) =>
        database.Add(new ParagraphVersion { ParagraphId = paragraph, Version = version, MeetingId = meeting, Text = text, By = by, At = at });

    private async Task SaveAsync(Meeting meeting, WriteTransaction transaction, CancellationToken cancel)
    {
        await audit.AddAsync("meetings.minutes", meeting.Id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
