using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>The way of a list: the village sends it, the PPS decides it. Each acts on what it has seen.</summary>
internal sealed class DecideLinmas(Database database, RollWriter writer, CurrentReader current, TimeProvider clock)
{
    /// <summary>Whether the reader speaks for the PPS, whose decree names the guards of the stations.</summary>
    public static bool MayDecide(Reader reader, string village) =>
        reader.Offices.Any(o => o.Role == OfficeRole.Kpu && o.Areas.Contains(village));

    public Task<string?> SendAsync(int? election, string village, Form form, CancellationToken cancel) =>
        OnAsync(election, village, form, RollEvent.Sent, null, roll =>
        {
            if (roll.State != RollState.Draft) return "AlreadySent";
            (roll.State, roll.SentAt) = (RollState.Sent, clock.GetUtcNow());
            return null;
        }, cancel);

    public Task<string?> TakeBackAsync(int? election, string village, Form form, CancellationToken cancel) =>
        OnAsync(election, village, form, RollEvent.TakenBack, null, roll =>
        {
            if (roll.State != RollState.Sent) return "NotSent";
            (roll.State, roll.SentAt) = (RollState.Draft, null);
            return null;
        }, cancel);

    public async Task<string?> DecideAsync(int? election, string village, Form form, CancellationToken cancel)
    {
        if (!MayDecide(await current.GetSignedInAsync(), village)) return "NotYours";
        if (RollWriter.Words(form.DecreeNumber) is not { Length: <= 80 } number) return "DecreeNeeded";
        return await OnAsync(election, village, form, RollEvent.Decided, number, roll =>
        {
            if (roll.State != RollState.Sent) return "NotSent";
            (roll.State, roll.DecidedAt, roll.DecreeNumber) = (RollState.Decided, clock.GetUtcNow(), number);
            return null;
        }, cancel);
    }

    private async Task<string?> OnAsync(int? election, string village, Form form, RollEvent what, string? words, Func<LinmasRoll, string?> change, CancellationToken cancel)
    {
        if (!await writer.MayAsync(village)) return "NotYours";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await writer.TakeAsync(election, village, cancel) is not { } roll) return "NotYours";
        // Taking it has counted one up; a list that was never touched before stood at nought.
        if (roll.Version != form.Version + 1) return "Stale";
        if (change(roll) is { } obstacle) return obstacle;
        await writer.NoteAsync(roll, village, what, null, words);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        /// <summary>That of the list as it was shown; nought where there was none.</summary>
        public int Version { get; set; }

        public string? DecreeNumber { get; set; }
    }
}
