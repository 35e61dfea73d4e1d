using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>
/// Sends the holder of an office on leave and lets another stand in. From the first day of it the office gives the holder
/// nothing, and on that day every session of theirs ends.
/// </summary>
internal sealed class TakeLeave(Database database, CurrentReader current, AuditLog audit, OfficeClock clock, EndSessionsOf endSessions)
{
    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is changed then.</summary>
    public async Task<string?> RunAsync(Guid office, Form form, CancellationToken cancel)
    {
        if (form.From is not { } from || form.To is not { } to || to < from) return "LeaveDaysNeeded";
        if (!Enum.IsDefined(form.Kind) || form.Reason?.Length > 200) return "LeaveDaysNeeded";
        if (form.StandIn?.Length > 120 || form.Rank?.Length > 60 || form.How is { } how && !Enum.IsDefined(how)) return "NameNeeded";
        if ((await current.GetSignedInAsync()).IsOwnAdministration(office)) return "OwnAdministration";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<Leave>().AnyAsync(l => l.Holding!.OfficeId == office && l.From <= to && l.To >= from, cancel)) return "LeaveRuns";
        // Whoever acts for the holder already goes last: it is the holder proper who takes leave.
        var holding = await database.Set<OfficeHolding>().Where(h => h.OfficeId == office && h.From <= from && (h.To == null || h.To >= from))
            .OrderBy(h => h.Kind).ThenByDescending(h => h.From).FirstOrDefaultAsync(cancel);
        if (holding is null) return "NobodyToLeave";
        Guid? standIn = string.IsNullOrWhiteSpace(form.StandIn) ? null : AddStandIn(office, form, from, to);
        var leave = new Leave
        {
            Id = Guid.CreateVersion7(), HoldingId = holding.Id, Kind = form.Kind, From = from, To = to, StandInId = standIn,
            Reason = string.IsNullOrWhiteSpace(form.Reason) ? null : form.Reason.Trim(),
        };
        database.Add(leave);
        await audit.AddAsync("offices.leave", office.ToString(), details: string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"leave\":\"{leave.Id}\",\"person\":\"{holding.PersonId}\",\"kind\":\"{form.Kind}\",\"from\":\"{from:yyyy-MM-dd}\",\"to\":\"{to:yyyy-MM-dd}\",\"standIn\":\"{standIn}\"}}"), tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        if (from <= clock.Today && to >= clock.Today) await endSessions(holding.PersonId, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>
    /// Ends the leave that runs or is to come: yesterday was its last day and that of the stand-in. Null when done, else
    /// the key of the text that says what is wrong.
    /// </summary>
    public async Task<string?> EndAsync(Guid office, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var today = clock.Today;
        var leaves = await database.Set<Leave>().Include(l => l.StandIn)
            .Where(l => l.Holding!.OfficeId == office && l.To >= today).ToListAsync(cancel);
        if (leaves.Count == 0) return "NoLeaveRuns";
        foreach (var leave in leaves)
        {
            await audit.AddAsync("offices.leave-end", office.ToString(), details: $"{{\"leave\":\"{leave.Id}\"}}", tell: OfficesPermissions.Read);
            if (leave.StandIn is { } standIn)
            {
                if (standIn.From < today) standIn.To = today.AddDays(-1);
                else database.Remove(standIn);
            }

            if (leave.From < today) leave.To = today.AddDays(-1);
            else database.Remove(leave);
        }

        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private Guid AddStandIn(Guid office, Form form, DateOnly from, DateOnly to)
    {
        var person = OfficeStore.AddPerson(database, form.StandIn!.Trim(), string.IsNullOrWhiteSpace(form.Rank) ? null : form.Rank.Trim());
        var kind = form.How ?? (form.Kind == LeaveKind.Campaign ? HoldingKind.Pjs : HoldingKind.Plh);
        return OfficeStore.AddHolding(database, office, person, from, kind, to);
    }

    public sealed class Form
    {
        public LeaveKind Kind { get; set; } = LeaveKind.Campaign;

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public string? Reason { get; set; }

        /// <summary>Name of whoever stands in; a new person. Blank where nobody does.</summary>
        public string? StandIn { get; set; }

        public string? Rank { get; set; }

        /// <summary>How the office is held by the stand-in; by the kind of leave where it is left open: Pjs for a campaign, else Plh.</summary>
        public HoldingKind? How { get; set; }
    }
}
