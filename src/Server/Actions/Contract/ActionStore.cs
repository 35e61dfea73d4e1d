using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions.Contract;

/// <summary>Items of other rooms' making, and what other rooms show of items.</summary>
public static class ActionStore
{
    /// <summary>
    /// Adds an item with its first step, its parts and its audit entry, within the caller's transaction, and saves. Whether
    /// the account may is the caller's question. A part belongs to the agency of the camat or village head of its area; where
    /// there is no such office, to the item's owner.
    /// </summary>
    /// <param name="database">In a transaction.</param>
    /// <param name="audit">The caller's.</param>
    /// <param name="action">What is to be done; sound by <see cref="ActionRules"/>.</param>
    /// <param name="account">Who enters it.</param>
    /// <param name="agency">The agency that asks for it and verifies it: that of the office by which it is entered (<see cref="HeldOffice.AgencyId"/>).</param>
    /// <param name="by"><c>Name, Title, Agency</c>.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Its id.</returns>
    public static async Task<Guid> AddAsync(
        Database database, AuditLog audit, NewAction action, Guid account, Guid agency, string by, DateTimeOffset now, CancellationToken cancel)
    {
        if (ActionRules.ProblemOf(action) is { } problem) throw new ArgumentException($"The item is not sound: {problem}.", nameof(action));
        var parts = await PartsAsync(database, action, cancel);
        var item = New(action, null, action.AreaCode, action.OwnerAgency, agency, by, now, parts.Count > 0 ? action.Parts : PartLevel.None);
        database.Add(item);
        database.AddRange(parts.Select(p => New(action, item.Id, p.Code, p.Agency, agency, by, now, PartLevel.None)));
        database.AddRange(database.ChangeTracker.Entries<ActionItem>().Where(e => e.State == EntityState.Added && (e.Entity.Id == item.Id || e.Entity.ParentId == item.Id))
            .Select(e => new ActionStep { ItemId = e.Entity.Id, State = ActionState.Created, At = now, AccountId = account, AgencyId = agency, By = by }).ToList());
        // Those below cover no more than their part, and are told of it there.
        foreach (var (code, _) in parts) database.Announce(ActionsPermissions.Read, item.Id.ToString(), code, now);
        await audit.AddAsync("actions.add", item.Id.ToString(), action.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"parts\":{parts.Count}}}"), tell: ActionsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        return item.Id;
    }

    /// <summary>The agencies that may be given something to do over these areas, by name: those who only read could neither accept nor report.</summary>
    public static async Task<IReadOnlyList<ListedAgency>> OwnersAsync(Database database, AreaSet areas, CancellationToken cancel) =>
        [.. (await AgencyQueries.AmongAsync(database, areas, cancel)).Where(a => a.Roles.Any(r => AccessMatrix.Default.Allows(r, Permission.Parse(ActionsPermissions.Write))))];

    /// <summary>The items that follow from these decisions, in the order in which they were made.</summary>
    public static Task<IReadOnlyList<ActionBrief>> OfDecisionsAsync(Database database, IReadOnlyCollection<Guid> decisions, OfficeClock clock, CancellationToken cancel) =>
        BriefAsync(database, database.Set<ActionItem>().Where(i => i.ParentId == null && i.DecisionId != null && decisions.Contains(i.DecisionId.Value)), clock, _ => true, cancel);

    /// <summary>
    /// What is late, was sent back or was escalated, of whole items within the areas: with this the next rakor begins.
    /// </summary>
    public static Task<IReadOnlyList<ActionBrief>> PendingAsync(Database database, AreaSet areas, OfficeClock clock, CancellationToken cancel) =>
        BriefAsync(
            database, areas.Of(database.Set<ActionItem>().Where(i => i.ParentId == null && i.State != ActionState.Verified && i.State != ActionState.Dropped), i => i.AreaCode),
            clock, b => b.Overdue || b.Escalated || b.State == ActionState.Returned, cancel);

    private static async Task<IReadOnlyList<ActionBrief>> BriefAsync(
        Database database, IQueryable<ActionItem> items, OfficeClock clock, Func<ActionBrief, bool> wanted, CancellationToken cancel) =>
    [
        .. (await ActionList.RowsAsync(database, items, database.Set<ActionItem>().AsNoTracking(), clock, cancel)).OrderBy(r => r.Item.Id)
            .Select(r => new ActionBrief(
                r.Item.Id, r.Item.DecisionId, r.Item.Title, r.Owner, r.Item.State, r.Due, r.Age, r.Parts, r.PartsVerified, r.Late > 0, r.Item.EscalatedAt is not null)).Where(wanted),
    ];

    private static async Task<List<(string Code, Guid Agency)>> PartsAsync(Database database, NewAction action, CancellationToken cancel)
    {
        if (action.Parts == PartLevel.None) return [];
        var length = action.Parts == PartLevel.Kecamatan ? 8 : 13;
        if (action.AreaCode.Length >= length) return [];
        var villages = action.Parts != PartLevel.Kecamatan;
        var areas = villages ? await AreaQueries.VillagesAsync(database, action.AreaCode, cancel) : await AreaQueries.ChildrenAsync(database, action.AreaCode, cancel);
        var heads = await AgencyQueries.OfHeadsAsync(database, villages ? OfficeRole.VillageHead : OfficeRole.Camat, action.AreaCode, cancel);
        return [.. areas.Where(a => a.Code.Length == length && (action.Parts != PartLevel.Desa || AreaCode.KindOf(a.Code) != VillageKind.Kelurahan)).Select(a => (a.Code, heads.GetValueOrDefault(a.Code, action.OwnerAgency)))];
    }

    private static ActionItem New(NewAction action, Guid? parent, string area, Guid owner, Guid asker, string by, DateTimeOffset now, PartLevel parts) => new()
    {
        Id = OrderedId.New(), ParentId = parent, Title = action.Title.Trim(), Detail = parent is null ? Text(action.Detail) : null, Kind = action.Kind, Track = action.Track, AreaCode = area,
        OwnerId = owner, AskerId = asker, CreatedBy = by, CreatedAt = now, StateAt = now, Due = action.DueElection is null ? action.Due : null, DueElectionId = action.DueElection, DueOffset = action.DueOffset,
        // The whole comes again, and its parts with it.
        Repeat = parent is null ? action.Repeat : ActionRepeat.None, RepeatOn = action.RepeatOn, EscalateAfterDays = action.EscalateAfterDays, Parts = parts,
        MeetingId = action.Meeting, DecisionId = action.Decision, Source = Text(action.Source),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
