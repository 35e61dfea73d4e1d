using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Letters;

/// <summary>
/// Writes the PDF of each letter that went out, behind the page that sent them. What is to be written stands in the database,
/// so a start after a crash goes on where it was.
/// </summary>
internal sealed partial class LetterQueue(IServiceScopeFactory scopes, MailQueue mails, OfficeClock clock, ILogger<LetterQueue> log) : BackgroundService
{
    /// <summary>Letters written in one commit.</summary>
    private const int Batch = 64;

    private readonly SemaphoreSlim _work = new(1);

    /// <summary>There is something to write.</summary>
    public void Wake() => _work.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Another node may have sent some and died: looked for now and then too.
            await _work.WaitAsync(TimeSpan.FromMinutes(5), stoppingToken);
            try
            {
                while (await WriteAsync(stoppingToken)) { }
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(log, failure.Message);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // A letter that cannot be set is one letter: it does not take the program with it, and is tried again later.
                LogBug(log, bug);
            }
        }
    }

    /// <summary>Writes some letters of one meeting; false where there are none to write.</summary>
    private async Task<bool> WriteAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var next = await database.Set<Meeting>().AsNoTracking().Where(m => m.InvitedAt != null && m.Invitations.Any(i => i.LetterDigest == null)).OrderBy(m => m.InvitedAt).FirstOrDefaultAsync(cancel);
        if (next is null) return false;
        var facts = await FactsAsync(database, scope.ServiceProvider.GetRequiredService<NameAreas>(), next, clock, cancel);
        var to = await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == next.Id && i.LetterDigest == null).OrderBy(i => i.Id).Take(Batch).ToListAsync(cancel);
        // The paper is set outside the transaction, which then only writes.
        var made = to.ConvertAll(invitation => (invitation.Id, File: InvitationLetter.ToFile(facts, invitation)));
        await using var transaction = await database.BeginWriteAsync(cancel);
        foreach (var (id, (content, digest)) in made)
        {
            // On several nodes the first to write it has written it.
            if (await database.Set<Invitation>().Where(i => i.Id == id && i.LetterDigest == null).ExecuteUpdateAsync(s => s.SetProperty(i => i.LetterDigest, digest), cancel) == 1)
                database.Add(new LetterFile { InvitationId = id, Content = content });
        }

        database.Announce(MeetingsPermissions.Read, next.Id.ToString(), next.AreaCode, clock.Now.ToUniversalTime());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        // What is written can be mailed.
        mails.Wake();
        return true;
    }

    /// <summary>What the letters of a meeting share.</summary>
    public static async Task<LetterFacts> FactsAsync(Database database, NameAreas names, Meeting meeting, OfficeClock clock, CancellationToken cancel)
    {
        var host = (await AgencyQueries.NamesAsync(database, [meeting.HostAgencyId], cancel))[meeting.HostAgencyId];
        var area = (await names([meeting.AreaCode], cancel)).GetValueOrDefault(meeting.AreaCode) ?? meeting.AreaCode;
        var agenda = await database.Set<AgendaItem>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(cancel);
        var (title, name) = (meeting.SignerTitle, meeting.SignerName);
        if (meeting.InvitedAt is null)
        {
            var chair = (await OfficeGroups.ReadAsync(database, AreaSet.Of(meeting.AreaCode), clock.Today, cancel)).All.FirstOrDefault(o => o.OfficeId == meeting.ChairOfficeId);
            (title, name) = (chair?.Title, chair?.Holder);
        }

        return new LetterFacts(
            meeting, host, area, [.. agenda], clock.Local(meeting.StartsAt), clock.ZoneName, DateOnly.FromDateTime(clock.Local(meeting.InvitedAt ?? clock.Now).DateTime), title ?? "", name ?? "");
    }

    [LoggerMessage(LogLevel.Error, "A letter could not be written.")]
    private static partial void LogBug(ILogger logger, Exception bug);

    [LoggerMessage(LogLevel.Warning, "Letters are written later: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
