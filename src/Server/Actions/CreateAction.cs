using System.Collections.Immutable;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions;

/// <summary>
/// Adds an item without a meeting. Everybody gives work to his own agency and to those below it, the Desk to any agency of
/// its kabupaten; always within the own areas.
/// </summary>
internal sealed class CreateAction(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The agencies to which the reader may give work, and by which of his offices.</summary>
    public static async Task<ImmutableArray<(ListedAgency Agency, HeldOffice By)>> OwnersAsync(Database database, Reader reader, CancellationToken cancel)
    {
        var offices = reader.Offices.Where(o => AccessMatrix.Default.Allows(o.Role, Permission.Parse(ActionsPermissions.Write)) && !o.Areas.IsEmpty).ToList();
        var agencies = await ActionStore.OwnersAsync(database, reader.AreasOf(ActionsPermissions.Write), cancel);
        return
        [
            .. from agency in agencies
               let giver = offices.Find(o => MayGive(o, agency, agencies))
               where giver is not null
               select (agency, giver),
        ];
    }

    /// <summary>Whether the office may ask all camat or village heads of its area at once: the government's line alone.</summary>
    public static bool MayShareOut(HeldOffice office) => office.Role is OfficeRole.Desk or OfficeRole.Camat;

    /// <summary>The new item's id, or the key of what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> RunAsync(NewActionFields form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (form.Owner is not { } owner || (await OwnersAsync(database, reader, cancel)).FirstOrDefault(o => o.Agency.Id == owner) is not { By: { } office }) return (null, "OwnerMissing");
        var area = form.AreaCode?.Trim() ?? "";
        if (!office.Areas.Contains(area) || (await AreaQueries.NamesAsync(database, [area], cancel)).Count == 0) return (null, "AreaMissing");
        if (form.Parts != PartLevel.None && !MayShareOut(office)) return (null, "PartsNotYours");
        var election = form.DueElection is { } code && form.DueKind == "h" ? (await ElectionQueries.AllAsync(database, cancel)).FirstOrDefault(e => e.Code == code) : null;
        if (form.DueKind == "h" && (election is null || form.DueOffset is null)) return (null, "OffsetWrong");
        if (form.DueKind == "tanggal" && form.Due is null) return (null, "DueMissing");
        var repeat = form.DueKind switch { "minggu" => ActionRepeat.Weekly, "bulan" => ActionRepeat.Monthly, _ => ActionRepeat.None };
        var on = (repeat == ActionRepeat.Weekly ? form.Weekday : form.MonthDay) ?? 0;
        var action = new NewAction(form.Title ?? "", form.Detail, form.Kind, form.Track, owner, area, form.DueKind == "tanggal" ? form.Due : null, form.Parts, Source: form.Source)
        { DueElection = election?.Id, DueOffset = form.DueOffset ?? 0, Repeat = repeat, RepeatOn = on, EscalateAfterDays = form.EscalateAfterDays ?? 7 };
        if (ActionRules.ProblemOf(action) is { } problem) return (null, problem);
        if (repeat != ActionRepeat.None) action = action with { Due = ActionDue.Next(repeat, on, clock.Today.AddDays(-1)) };
        await using var transaction = await database.BeginWriteAsync(cancel);
        var id = await ActionStore.AddAsync(database, audit, action, reader.AccountId!.Value, office.AgencyId, $"{reader.Name}, {office.Title}", clock.Now, cancel);
        await transaction.CommitAsync(cancel);
        return (id, null);
    }

    private static bool MayGive(HeldOffice office, ListedAgency agency, IReadOnlyList<ListedAgency> all) =>
        agency.Id == office.AgencyId || (office.Role == OfficeRole.Desk ? agency.Areas.IsEmpty || agency.Areas.Any(office.Areas.Touches)
            // Below: of the same pillar, and over less than this office.
            : agency.Pillar is not null && agency.Pillar == all.FirstOrDefault(a => a.Id == office.AgencyId)?.Pillar
                && agency.LiesIn(office.Areas) && !office.Areas.Roots.Any(r => agency.Areas.Contains(r, StringComparer.Ordinal)));
}

/// <summary>What somebody fills in for a new item.</summary>
public sealed class NewActionFields
{
    public string? Title { get; set; }

    public string? Detail { get; set; }

    public ActionKind Kind { get; set; } = ActionKind.Other;

    public ActionTrack Track { get; set; }

    public Guid? Owner { get; set; }

    public string? AreaCode { get; set; }

    /// <summary>tanggal, h (days from a voting day), minggu, bulan or tanpa.</summary>
    public string? DueKind { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Code of the election.</summary>
    public string? DueElection { get; set; }

    public int? DueOffset { get; set; }

    public int? Weekday { get; set; }

    public int? MonthDay { get; set; }

    public int? EscalateAfterDays { get; set; }

    public PartLevel Parts { get; set; }

    public string? Source { get; set; }
}
