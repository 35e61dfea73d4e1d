using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions.Orders;

/// <summary>
/// Where an order is written, numbered, given and read. The agency that asked for the item writes it, the one that owns the
/// item says that it has read it; once the signed paper is here nothing in it changes.
/// </summary>
internal sealed class OrderDesk(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Characters of what it rests on and of what is ordered: these fit a page and a half.</summary>
    public const int MostText = 3500;

    public const int MostLines = 40;

    /// <summary>The office by which the reader writes the order of an item; null for all others.</summary>
    public static HeldOffice? Writer(ActionItem item, Reader reader) => item.IsOpen ? OfficeOf(item.AskerId, reader) : null;

    /// <summary>The office by which the reader says that its agency has read it.</summary>
    public static HeldOffice? Addressee(ActionItem item, Reader reader) => OfficeOf(item.OwnerId, reader);

    /// <summary>Writes the draft, the first time or anew.</summary>
    public Task<string?> WriteAsync(Guid id, OrderFields form, CancellationToken cancel) => ChangeAsync(id, "write", Writer, async (item, order, done) =>
    {
        if (ProblemOf(form) is { } problem) return problem;
        if (order is { ScanId: not null }) return "OrderIssued";
        if ((order?.Version ?? 0) != form.Version) return "ChangedMeanwhile";
        if (order is null)
        {
            order = new ActionOrder { ItemId = item.Id, Kind = form.Kind, AgencyId = item.AskerId, Addressee = "", Reference = "", Text = "", Signer = "", By = done.By, At = done.At, Version = 0 };
            database.Add(order);
        }

        (order.Kind, order.Addressee, order.Reference, order.Text, order.Signer) = (form.Kind, form.Addressee!.Trim(), form.Reference?.Trim() ?? "", form.Text!.Trim(), form.Signer!.Trim());
        // Who had read the former text has not read this one.
        (order.AcknowledgedAt, order.AcknowledgedBy, order.By, order.At, order.Version) = (null, null, done.By, done.At, order.Version + 1);
        await Task.CompletedTask;
        return null;
    }, cancel);

    /// <summary>Enters the registry's number.</summary>
    public Task<string?> NumberAsync(Guid id, string? number, CancellationToken cancel) => ChangeAsync(id, "number", Writer, (_, order, _) =>
    {
        var text = number?.Trim() ?? "";
        if (order is null) return Task.FromResult<string?>("OrderNone");
        if (order.ScanId is not null) return Task.FromResult<string?>("OrderIssued");
        if (text.Length is 0 or > OrderMapping.LongestNumber) return Task.FromResult<string?>("NumberWrong");
        (order.Number, order.Version) = (text, order.Version + 1);
        return Task.FromResult<string?>(null);
    }, cancel);

    /// <summary>Takes in the signed paper: from then on it is given.</summary>
    public Task<string?> KeepScanAsync(Guid id, IFormFile? scan, CancellationToken cancel) => ChangeAsync(id, "scan", Writer, async (_, order, done) =>
    {
        if (order is null) return "OrderNone";
        if (order.ScanId is not null) return "OrderIssued";
        if (order.Number is null) return "NumberFirst";
        var (file, problem) = await FileStore.TakeAsync(database, scan, FileKinds.Scan, done.At, cancel);
        if (file is null) return problem;
        (order.ScanId, order.IssuedAt, order.Version) = (file.Id, done.At, order.Version + 1);
        return null;
    }, cancel);

    /// <summary>The addressed agency has read what is given.</summary>
    public Task<string?> AcknowledgeAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, "acknowledge", Addressee, (_, order, done) =>
    {
        if (order is not { ScanId: not null }) return Task.FromResult<string?>("OrderNone");
        if (order.AcknowledgedAt is null) (order.AcknowledgedAt, order.AcknowledgedBy) = (done.At, done.By);
        return Task.FromResult<string?>(null);
    }, cancel);

    private async Task<string?> ChangeAsync(
        Guid id, string action, Func<ActionItem, Reader, HeldOffice?> who, Func<ActionItem, ActionOrder?, Doing, Task<string?>> change, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        // The item is taken and not the order, of which there may be none yet: two who write the first one wait for each other.
        await database.Set<ActionItem>().Where(i => i.Id == id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Version, i => i.Version), cancel);
        if (await ActionScope.FindAsync(database, reader, id, cancel) is not ({ } item, true)) return "NotYours";
        if (who(item, reader) is not { } office) return "NotNow";
        var order = await database.Set<ActionOrder>().SingleOrDefaultAsync(o => o.ItemId == id, cancel);
        if (await change(item, order, new Doing(reader, office, null, clock.Now)) is { } problem)
        {
            database.ChangeTracker.Clear();
            return problem;
        }

        order ??= database.Set<ActionOrder>().Local.Single();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize((string?[])[order.Addressee, order.Reference, order.Text, order.Signer, order.Number, order.ScanId?.ToString()])));
        await audit.AddAsync($"actionorder.{action}", id.ToString(), item.AreaCode, digest: Convert.ToHexStringLower(digest), tell: ActionsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static string? ProblemOf(OrderFields form) =>
        !Enum.IsDefined(form.Kind) || string.IsNullOrWhiteSpace(form.Addressee) || string.IsNullOrWhiteSpace(form.Text) || string.IsNullOrWhiteSpace(form.Signer) ? "OrderIncomplete"
        : form.Addressee.Trim().Length > OrderMapping.LongestLine || form.Signer.Trim().Length > OrderMapping.LongestLine ? "OrderLong"
        : (new[] { form.Text, form.Reference ?? "" }).Any(t => t.Trim().Length > MostText || t.Trim().Split('\n').Length > MostLines) ? "OrderLong"
        : null;

    private static HeldOffice? OfficeOf(Guid agency, Reader reader) =>
        reader.Offices.FirstOrDefault(o => o.AgencyId == agency && AccessMatrix.Default.Allows(o.Role, Permission.Parse(ActionsPermissions.Write)));
}

/// <summary>What somebody fills in for an order.</summary>
public sealed class OrderFields
{
    public OrderKind Kind { get; set; } = OrderKind.Spt;

    public string? Addressee { get; set; }

    public string? Reference { get; set; }

    public string? Text { get; set; }

    public string? Signer { get; set; }

    /// <summary>The version that was seen; 0 for the first.</summary>
    public int Version { get; set; }

    public string? Number { get; set; }

    public IFormFile? Scan { get; set; }
}
