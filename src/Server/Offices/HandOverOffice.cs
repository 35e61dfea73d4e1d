using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>
/// Gives an office to another person. The one before keeps the account and loses what the office gave, from that day on.
/// A new holder is a new person, who signs in after an invitation, unless one who is known is chosen: then the form says
/// whether that person has an account, which has the office at once.
/// </summary>
internal sealed class HandOverOffice(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is changed then.</summary>
    public async Task<string?> RunAsync(Guid office, Form form, CancellationToken cancel)
    {
        if (form.PersonId is null && (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > 120 || form.Rank?.Length > 60)) return "NameNeeded";
        if (form.From is not { } from) return "DayNeeded";
        var reader = await current.GetSignedInAsync();
        if (reader.IsOwnAdministration(office)) return "OwnAdministration";
        if (form.PersonId is { } chosen && await PersonList.FindAsync(database, reader, chosen, cancel) is null) return "UnknownPerson";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var running = await RunningAsync(office, cancel);
        if (running.Exists(h => h.From >= from)) return "OverlapsLater";
        foreach (var holding in running) holding.To = from.AddDays(-1);
        if (form.PersonId is { } known) OfficeStore.AddHolding(database, office, known, from, form.Kind);
        var person = form.PersonId ?? OfficeStore.AddHolder(database, office, form.Name!.Trim(), string.IsNullOrWhiteSpace(form.Rank) ? null : form.Rank.Trim(), from, form.Kind);
        await audit.AddAsync("offices.handover", office.ToString(), details: string.Create(
            CultureInfo.InvariantCulture, $"{{\"person\":\"{person}\",\"known\":{(form.PersonId is null ? "false" : "true")},\"kind\":\"{form.Kind}\",\"from\":\"{from:yyyy-MM-dd}\"}}"), tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>
    /// Ends the present holding: yesterday was its last day, so that access ends at once. Null when done, else the key of
    /// the text that says what is wrong.
    /// </summary>
    public async Task<string?> EndAsync(Guid office, CancellationToken cancel)
    {
        if ((await current.GetSignedInAsync()).IsOwnAdministration(office)) return "OwnAdministration";
        await using var transaction = await database.BeginWriteAsync(cancel);
        foreach (var holding in await RunningAsync(office, cancel))
        {
            if (holding.From < clock.Today) holding.To = clock.Today.AddDays(-1);
            else database.Remove(holding);
        }

        await audit.AddAsync("offices.end", office.ToString(), tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private Task<List<OfficeHolding>> RunningAsync(Guid office, CancellationToken cancel) =>
        database.Set<OfficeHolding>().Where(h => h.OfficeId == office && (h.To == null || h.To >= clock.Today)).ToListAsync(cancel);

    public sealed class Form
    {
        /// <summary>Somebody who is known already; null for a new person.</summary>
        public Guid? PersonId { get; set; }

        public string? Name { get; set; }

        public string? Rank { get; set; }

        public HoldingKind Kind { get; set; } = HoldingKind.Definitif;

        public DateOnly? From { get; set; }
    }
}
