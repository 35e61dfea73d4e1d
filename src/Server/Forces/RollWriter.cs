using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>What every change of a village's list goes through: the right to it, the state of the list, history and log.</summary>
internal sealed class RollWriter(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    /// <summary>Whether the reader may write the village's list.</summary>
    public async Task<bool> MayAsync(string village) =>
        (await current.GetSignedInAsync()).AreasOf(ForcesPermissions.WriteLinmas).Contains(village);

    /// <summary>
    /// The list, taken for this transaction: whoever else changes it waits, so that nothing slips in between reading its
    /// state and writing. Null where there is no election to keep one for.
    /// </summary>
    public async Task<LinmasRoll?> TakeAsync(int? election, string village, CancellationToken cancel)
    {
        if (election is not { } id) return null;
        var rolls = database.Set<LinmasRoll>().Where(r => r.ElectionId == id && r.VillageCode == village);
        if (await rolls.ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, r => r.Version + 1), cancel) == 0)
        {
            // Two may find none at once: the second waits here for the first, and takes what it made.
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO \"LinmasRoll\" (\"ElectionId\", \"VillageCode\", \"State\", \"Version\") VALUES ({id}, {village}, {(int)RollState.Draft}, 0) ON CONFLICT DO NOTHING", cancel);
            await rolls.ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, r => r.Version + 1), cancel);
        }

        return await rolls.SingleAsync(cancel);
    }

    /// <summary>Puts a change into the history, and the log. Reason and name stand in the first alone.</summary>
    public async Task NoteAsync(LinmasRoll? roll, string village, RollEvent what, Guid? member, string? reason, int count = 1)
    {
        var reader = await current.GetSignedInAsync();
        if (roll is not null && (roll.State == RollState.Decided || what is RollEvent.Sent or RollEvent.TakenBack or RollEvent.Decided))
        {
            database.Add(new LinmasChange
            {
                Id = Guid.CreateVersion7(), ElectionId = roll.ElectionId, VillageCode = village, At = clock.GetUtcNow(), What = what,
                MemberId = member, Reason = Words(reason), OfficeId = reader.Offices.IsEmpty ? null : reader.Offices[0].OfficeId,
            });
        }

        await audit.AddAsync(
            $"linmas.{what.ToString().ToLowerInvariant()}", village, village,
            string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{count},\"member\":\"{member}\"}}"), tell: ForcesPermissions.ReadLinmas);
    }

    /// <summary>What a decided list asks of a change: a reason. Null where the change may be made.</summary>
    public static string? Obstacle(LinmasRoll? roll, string? reason) =>
        reason?.Length > 200 ? "ReasonLong" : roll?.State == RollState.Decided && Words(reason) is null ? "ReasonNeeded" : null;

    public static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
