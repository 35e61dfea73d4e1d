using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>What is said of one use of a unit; without a count it is taken back.</summary>
internal sealed record SaidFigure(ForceUse Use, int? Count, bool IsApproximate, Guid? LentToId);

/// <summary>Figures of a unit that a file names, which may be new.</summary>
internal sealed record SaidUnit(ForceAgency Agency, string Name, UnitHome Home, SaidFigure Figure, DateOnly HoldsOn);

/// <summary>Writes units and what is said of them: each agency of its own people, within its own areas.</summary>
internal sealed class SaveStrength(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    public const int LongestName = 120;
    public const int MostPersons = 1_000_000;

    /// <summary>The new unit's id, or the key of what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> AddAsync(UnitForm form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var writable = StrengthHomes.WritableBy(reader, form.Agency);
        if (!Enum.IsDefined(form.Agency) || writable.IsEmpty) return (null, "NotYours");
        if (RollWriter.Words(form.Name) is not { Length: <= LongestName } name) return (null, "UnitNameNeeded");
        var homes = await StrengthHomes.ReadAsync(database, cancel);
        if (homes.Read(form.Home, form.Agency, writable) is not { } home) return (null, "HomeUnknown");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var same = await database.Set<ForceUnit>().Where(u => u.Agency == form.Agency && u.AreaCode == home.AreaCode && u.EndedAt == null).ToListAsync(cancel);
        if (same.Exists(u => IsOf(u, form.Agency, name, home))) return (null, "UnitThere");
        var unit = New(form.Agency, name, home);
        database.Add(unit);
        await NoteAsync("strength.unit", unit, homes, 0);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (unit.Id, null);
    }

    /// <summary>Adds what is said of a unit, as the form shows it; null when done, else the key of what is wrong.</summary>
    public async Task<string?> SayAsync(Guid id, int? election, FigureForm form, CancellationToken cancel)
    {
        if (form.HoldsOn is not { } day || Obstacle(day) is not null) return "DayNeeded";
        var homes = await StrengthHomes.ReadAsync(database, cancel);
        var reader = await current.GetSignedInAsync();
        var said = new List<SaidFigure>();
        foreach (var use in Enum.GetValues<ForceUse>())
        {
            var text = form.Count?.GetValueOrDefault(use.ToString())?.Trim() ?? "";
            var lent = use == ForceUse.Lent && text.Length > 0 ? homes.ReadBorrower(form.LentTo, reader.AreasOf(ForcesPermissions.ReadStrength)) : null;
            if (text.Length == 0) said.Add(new SaidFigure(use, null, false, null));
            else if (StrengthWords.Read(text) is not ({ } count, var approximate)) return "CountWrong";
            else if (use == ForceUse.Lent && lent is null) return "LentToNeeded";
            else said.Add(new SaidFigure(use, count, approximate, lent));
        }

        await using var transaction = await database.BeginWriteAsync(cancel);
        var (unit, problem) = await TakeAsync(id, form.Version, homes, reader, cancel);
        if (unit is null) return problem;
        var counting = (await StrengthBook.CurrentAsync(database, [unit], election, cancel))[id];
        var added = said.Count(s => Say(unit, counting, election, s, day, reader));
        if (added == 0) return "NothingSaid";
        await NoteAsync("strength.say", unit, homes, added);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Adds what a file says, all of it; units that are not known yet are made. How many figures were new.</summary>
    public async Task<int> SayAsync(int? election, IReadOnlyCollection<SaidUnit> rows, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var homes = await StrengthHomes.ReadAsync(database, cancel);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var known = (await StrengthBook.WithinAsync(database, reader.AreasOf(ForcesPermissions.ReadStrength), homes, cancel)).Where(u => u.EndedAt is null).ToList();
        var counting = await StrengthBook.CurrentAsync(database, known, election, cancel);
        var added = 0;
        foreach (var rowsOfUnit in rows.GroupBy(r => (r.Agency, Name: r.Name.ToLowerInvariant(), r.Home)))
        {
            var first = rowsOfUnit.First();
            var unit = known.Find(u => IsOf(u, first.Agency, first.Name, first.Home));
            if (unit is null) database.Add(unit = New(first.Agency, first.Name, first.Home));
            else await database.Set<ForceUnit>().Where(u => u.Id == unit.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Version, u => u.Version + 1), cancel);
            var news = rowsOfUnit.Count(r => Say(unit, counting.GetValueOrDefault(unit.Id) ?? new Dictionary<ForceUse, ForceFigure>(), election, r.Figure, r.HoldsOn, reader));
            if (news > 0) await NoteAsync("strength.say", unit, homes, news);
            added += news;
        }

        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    /// <summary>The unit is counted no more.</summary>
    public async Task<string?> EndAsync(Guid id, int version, CancellationToken cancel)
    {
        var homes = await StrengthHomes.ReadAsync(database, cancel);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var (unit, problem) = await TakeAsync(id, version, homes, await current.GetSignedInAsync(), cancel);
        if (unit is null) return problem;
        var now = clock.Now.ToUniversalTime();
        await database.Set<ForceUnit>().Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.EndedAt, now), cancel);
        await NoteAsync("strength.end", unit, homes, 0);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What is wrong with a day that figures hold for: a slip of the keys, most often in the year.</summary>
    public string? Obstacle(DateOnly day) => day.Year < 2000 || day > clock.Today.AddYears(2) ? "DayNeeded" : null;

    /// <summary>Whether the reader may write it: an office of its agency, over all that it covers.</summary>
    public static bool May(Reader reader, ForceUnit unit, StrengthHomes homes) => homes.IsWithin(unit, StrengthHomes.WritableBy(reader, unit.Agency));

    // The unit, taken for this transaction at the version that was seen: whoever else writes it waits and is then told.
    private async Task<(ForceUnit? Unit, string? Problem)> TakeAsync(Guid id, int version, StrengthHomes homes, Reader reader, CancellationToken cancel)
    {
        var unit = await database.Set<ForceUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.EndedAt == null, cancel);
        if (unit is null || !May(reader, unit, homes)) return (null, "NotYours");
        var taken = await database.Set<ForceUnit>().Where(u => u.Id == id && u.Version == version && u.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(u => u.Version, u => u.Version + 1), cancel);
        return taken == 1 ? (unit, null) : (null, "Stale");
    }

    private bool Say(ForceUnit unit, IReadOnlyDictionary<ForceUse, ForceFigure> counting, int? election, SaidFigure said, DateOnly day, Reader reader)
    {
        var known = counting.GetValueOrDefault(said.Use);
        if (known is null && said.Count is null) return false;
        if (known is not null && (known.Count, known.IsApproximate, known.LentToId, known.HoldsOn) == (said.Count, said.IsApproximate, said.LentToId, day)) return false;
        var office = reader.Offices.First(o => !StrengthHomes.WritableBy(reader with { Offices = [o] }, unit.Agency).IsEmpty);
        database.Add(new ForceFigure
        {
            Id = OrderedId.New(), UnitId = unit.Id, ElectionId = election, Use = said.Use, Count = said.Count, IsApproximate = said.IsApproximate,
            LentToId = said.LentToId, HoldsOn = day, SaidBy = office.Title, At = clock.Now.ToUniversalTime(),
        });
        return true;
    }

    private static bool IsOf(ForceUnit unit, ForceAgency agency, string name, UnitHome home) =>
        unit.Agency == agency && string.Equals(unit.Name, name, StringComparison.OrdinalIgnoreCase) && new UnitHome(unit.AreaCode, unit.CommandId, unit.IsRoaming) == home;

    private static ForceUnit New(ForceAgency agency, string name, UnitHome home) =>
        new() { Id = OrderedId.New(), Agency = agency, Name = name, AreaCode = home.AreaCode, CommandId = home.CommandId, IsRoaming = home.IsRoaming };

    private async Task NoteAsync(string what, ForceUnit unit, StrengthHomes homes, int figures)
    {
        await audit.AddAsync(what, unit.Id.ToString(), unit.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"figures\":{figures}}}"), tell: ForcesPermissions.ReadStrength);
        // Also those who have only this Polsek are told.
        foreach (var area in homes.AreasOf(unit).Where(a => a != unit.AreaCode)) database.Announce(ForcesPermissions.ReadStrength, unit.Id.ToString(), area, clock.Now.ToUniversalTime());
    }

    public sealed class UnitForm
    {
        public ForceAgency Agency { get; set; }

        public string? Name { get; set; }

        public string? Home { get; set; }
    }

    public sealed class FigureForm
    {
        /// <summary>As typed, by the name of the use.</summary>
        public Dictionary<string, string?>? Count { get; set; }

        public string? LentTo { get; set; }

        public DateOnly? HoldsOn { get; set; }

        /// <summary>Code of the election that it holds for; blank is for all.</summary>
        public string? Election { get; set; }

        public int Version { get; set; }
    }
}
