using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Mail;

/// <summary>Sends what waits to be mailed, one after another, and notes of each what became of it before it takes the next.</summary>
internal sealed partial class MailQueue(IServiceScopeFactory scopes, MailSender mail, OfficeClock clock, ILogger<MailQueue> log) : BackgroundService
{
    /// <summary>Longer than a server may take over one mail: from then on the try is taken for abandoned.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long a failed mail waits for its second try, its third, and so on: a day and a quarter in all.</summary>
    private static readonly TimeSpan[] Waits = [.. ((int[])[1, 5, 15, 60, 180, 480, 1080]).Select(m => TimeSpan.FromMinutes(m))];

    /// <summary>How often a mail is tried before it is given up.</summary>
    public static int MostTries => Waits.Length + 1;

    private readonly SemaphoreSlim _work = new(1);

    /// <summary>There is something to send.</summary>
    public void Wake() => _work.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mail.IsOn)
        {
            // What was put off, and what another node left, is looked for without being told.
            await _work.WaitAsync(TimeSpan.FromSeconds(20), stoppingToken);
            try
            {
                await GiveUpLateAsync(stoppingToken);
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(log, failure.Message);
            }
            catch (Exception bug) when (bug is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // A mail that cannot be made is one mail: it has been put off, and does not take the program with it.
                LogBug(log, bug);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        if (!await AskAsync(d => Due(d).AnyAsync(cancel))) return;
        MailPost post;
        try
        {
            post = await mail.OpenAsync(cancel);
        }
        catch (Exception failure) when (MailSender.FailureOf(failure) is { } why)
        {
            // Nobody gets any: one try of each, in one go.
            LogFailed(log, failure.Message);
            await PutOffAllAsync(why, cancel);
            return;
        }

        using (post)
        {
            while (await TakeAsync(cancel) is { } letter)
                if (!await SendAsync(post, letter, cancel)) return;
            await post.CloseAsync(cancel);
        }
    }

    /// <summary>The next one, counted and put off as if this try had failed; null where none is due.</summary>
    private async Task<Guid?> TakeAsync(CancellationToken cancel)
    {
        while (true)
        {
            var taken = await AskAsync<(Guid? Next, bool Mine)>(async database =>
            {
                if (await Due(database).OrderBy(m => m.NextAt).ThenBy(m => m.InvitationId).Select(m => (Guid?)m.InvitationId).FirstOrDefaultAsync(cancel) is not { } next) return (null, true);
                var (now, until) = (Now, Now + Lease);
                await using var transaction = await database.BeginWriteAsync(cancel);
                var mine = await database.Set<LetterMail>().Where(m => m.InvitationId == next && m.State == MailState.Waiting && m.NextAt <= now)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAt, until).SetProperty(m => m.Tries, m => m.Tries + 1), cancel);
                await transaction.CommitAsync(cancel);
                return (next, mine == 1);
            });
            // Of several nodes another had it first.
            if (taken.Mine) return taken.Next;
        }
    }

    /// <summary>False where the way to the server is lost.</summary>
    private async Task<bool> SendAsync(MailPost post, Guid letter, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var found = await database.Set<LetterMail>().AsNoTracking().Include(m => m.Invitation).SingleAsync(m => m.InvitationId == letter, cancel);
        var to = found.Invitation!;
        var meeting = await database.Set<Meeting>().AsNoTracking().SingleAsync(m => m.Id == to.MeetingId, cancel);
        var facts = await LetterQueue.FactsAsync(database, scope.ServiceProvider.GetRequiredService<NameAreas>(), meeting, clock, cancel);
        var pdf = await database.Set<LetterFile>().AsNoTracking().Where(f => f.InvitationId == letter).Select(f => f.Content).SingleAsync(cancel);
        var answersTo = (await AgencyQueries.MailAsync(database, cancel)).GetValueOrDefault(meeting.HostAgencyId);
        using var message = LetterMessage.Of(facts, to, found, pdf, mail.From, answersTo, Now);
        MailFailure? failure = null;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Lease * 0.75);
        try
        {
            await post.SendAsync(message, late.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            failure = MailFailure.Unreachable;
        }
        catch (Exception refused) when (MailSender.FailureOf(refused) is { } why)
        {
            failure = why;
        }

        await NoteAsync(database, found, meeting, failure, cancel);
        return failure is not (MailFailure.Unreachable or MailFailure.Refused);
    }

    // Once the server has it this is noted whatever happens: only a kill comes between.
    private async Task NoteAsync(Database database, LetterMail letter, Meeting meeting, MailFailure? failure, CancellationToken cancel)
    {
        if (failure is null) cancel = CancellationToken.None;
        var (now, after) = (Now, After(letter.Tries, failure));
        await using var transaction = await database.BeginWriteAsync(cancel);
        var next = after.Wait is { } wait ? now + wait : now;
        DateTimeOffset? sent = failure is null ? now : null;
        await database.Set<LetterMail>().Where(m => m.InvitationId == letter.InvitationId && m.Round == letter.Round)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, after.State).SetProperty(m => m.NextAt, next).SetProperty(m => m.SentAt, sent).SetProperty(m => m.Failure, failure), cancel);
        database.Announce(MeetingsPermissions.Read, meeting.Id.ToString(), meeting.AreaCode, now);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task PutOffAllAsync(MailFailure failure, CancellationToken cancel) => await AskAsync(async database =>
    {
        var now = Now;
        await using var transaction = await database.BeginWriteAsync(cancel);
        // From the most tried down, so that none is counted twice.
        for (var tries = MostTries; tries > 0; tries--)
        {
            var (before, after) = (tries - 1, After(tries, failure));
            var next = after.Wait is { } wait ? now + wait : now;
            await Due(database).Where(m => m.Tries == before).ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Tries, before + 1).SetProperty(m => m.State, after.State).SetProperty(m => m.NextAt, next).SetProperty(m => m.Failure, failure), cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    });

    // What asks to a meeting that is over or called off is not sent any more.
    private async Task GiveUpLateAsync(CancellationToken cancel) => await AskAsync(async database =>
    {
        var now = Now;
        Expression<Func<LetterMail, bool>> late = m => m.State == MailState.Waiting && !database.Set<Meeting>().Any(x => x.Id == m.Invitation!.MeetingId && x.State == MeetingState.Invited && x.StartsAt > now);
        if (!await database.Set<LetterMail>().AnyAsync(late, cancel)) return false;
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<LetterMail>().Where(late).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Failure, MailFailure.TooLate), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    });

    /// <summary>What becomes of a mail after its n-th try, and how long it waits for the next.</summary>
    private static (MailState State, TimeSpan? Wait) After(int tries, MailFailure? failure) => failure switch
    {
        null => (MailState.Sent, null),
        MailFailure.AddressRefused or MailFailure.MailRefused => (MailState.Failed, null),
        _ => tries >= MostTries ? (MailState.Failed, null) : (MailState.Waiting, Waits[tries - 1]),
    };

    private DateTimeOffset Now => clock.Now.ToUniversalTime();

    private IQueryable<LetterMail> Due(Database database)
    {
        var now = Now;
        return database.Set<LetterMail>().Where(m => m.State == MailState.Waiting && m.NextAt <= now && m.Invitation!.LetterDigest != null);
    }

    private async Task<T> AskAsync<T>(Func<Database, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Database>());
    }

    [LoggerMessage(LogLevel.Error, "A letter could not be mailed.")]
    private static partial void LogBug(ILogger logger, Exception bug);

    [LoggerMessage(LogLevel.Warning, "Letters are mailed later: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
