using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Messages;

/// <summary>What an office does with its copy: opens it, and answers where it wants to.</summary>
internal sealed class AnswerMessage(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The copy was opened: the first time is kept, as the sender's read receipt.</summary>
    public async Task SeeAsync(MessageCopy copy, string area, CancellationToken cancel)
    {
        if (copy.SeenAt is not null) return;
        var (now, by) = (clock.Now.ToUniversalTime(), await ByAsync(copy));
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<MessageCopy>().Where(c => c.Id == copy.Id && c.SeenAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.SeenAt, now).SetProperty(c => c.SeenBy, by), cancel) == 0) return;
        await audit.AddAsync("messages.read", copy.Id.ToString(), area, tell: MessagesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        (copy.SeenAt, copy.SeenBy) = (now, by);
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong. A later answer takes the place of the earlier.</summary>
    public async Task<string?> RunAsync(Guid copy, string? answer, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(answer) || answer.Trim().Length > MessagesMapping.LongestAnswer) return "AnswerNeeded";
        var reader = await current.GetSignedInAsync();
        if (await MessageAccess.Received(database, reader).Include(c => c.Message).SingleOrDefaultAsync(c => c.Id == copy, cancel) is not { } own) return "UnknownMessage";
        var (now, by, words) = (clock.Now.ToUniversalTime(), await ByAsync(own), answer.ReplaceLineEndings("\n").Trim());
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<MessageCopy>().Where(c => c.Id == copy)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Answer, words).SetProperty(c => c.AnsweredAt, now).SetProperty(c => c.AnsweredBy, by), cancel);
        await audit.AddAsync("messages.answer", copy.ToString(), own.Message!.AreaCode, tell: MessagesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<string> ByAsync(MessageCopy copy)
    {
        var reader = await current.GetSignedInAsync();
        return $"{reader.Name}, {reader.Offices.First(o => o.OfficeId == copy.OfficeId).Title}";
    }
}
