using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Hands a sheet in, sends it back, or finds it right. Each answers with the key of what hinders it, or null.</summary>
internal sealed class MoveSheet(Database database, OpenSheet open, TimeProvider clock)
{
    /// <summary>The Kapolsek (or the Polres for him) hands it in, as it was seen: <paramref name="version"/> of the sheet.</summary>
    public Task<string?> SubmitAsync(Guid plan, Guid sheet, int version, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.submit", async (found, reader) =>
        {
            if (found.Version != version) return "ChangedMeanwhile";
            var sums = await Sheets.OneAsync(database, plan, sheet, cancel);
            return found.Submit(sums.Lacking, sums.PadalEverywhere, reader.AccountId!.Value, clock.GetUtcNow())?.ToString();
        }, whole: false, cancel);

    /// <summary>The Kabag Ops sends it back with a reason.</summary>
    public Task<string?> ReturnAsync(Guid plan, Guid sheet, string? reason, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.return", (found, _) => Task.FromResult(
            reason?.Length > 300 ? "ReasonLong" : found.Return(reason)?.ToString()), whole: true, cancel);

    /// <summary>The Kabag Ops finds right what was seen: <paramref name="version"/> of the sheet.</summary>
    public Task<string?> CheckAsync(Guid plan, Guid sheet, int version, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.check", (found, reader) => Task.FromResult(
            found.Version != version ? "ChangedMeanwhile" : found.Check(reader.AccountId!.Value, clock.GetUtcNow())?.ToString()), whole: true, cancel);
}
