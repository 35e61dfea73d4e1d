using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Names the men of a sheet: adds, corrects and takes away, as long as the sheet is open.</summary>
internal sealed class NameOfficers(Database database, OpenSheet open)
{
    /// <summary>
    /// Adds those of the lines. Members go to the group named, or to those that lack somebody in their order; whoever finds
    /// no place, or is beyond the quota, stands in reserve. A Padal takes over the groups that have none.
    /// </summary>
    /// <returns>Null when done, else the key of a problem and what belongs into its text.</returns>
    public async Task<(string Key, string Detail)?> AddAsync(Guid plan, Guid sheet, OfficerPart part, int? group, string? lines, CancellationToken cancel)
    {
        var (men, problem) = OfficerLines.Read(lines);
        if (problem is { } wrong) return (wrong.Key, wrong.Line.ToString(CultureInfo.InvariantCulture));
        if (!Enum.IsDefined(part)) return ("PartMissing", "");
        return await AddAsync(plan, sheet, [.. men.Select(m => new NamedOfficer(m, part, group))], again: false, cancel);
    }

    /// <summary>
    /// Adds those of a file as <see cref="AddAsync(Guid, Guid, OfficerPart, int?, string?, CancellationToken)"/> does; who is on the
    /// sheet already, by NRP or without one by name, is corrected instead and keeps his place.
    /// </summary>
    public Task<(string Key, string Detail)?> AddAsync(Guid plan, Guid sheet, IReadOnlyCollection<NamedOfficer> men, CancellationToken cancel) =>
        AddAsync(plan, sheet, men, again: true, cancel);

    private async Task<(string Key, string Detail)?> AddAsync(Guid plan, Guid sheet, IReadOnlyCollection<NamedOfficer> men, bool again, CancellationToken cancel)
    {
        if (men.Count == 0) return ("LinesNone", "");
        if (men.Count > OfficerLines.MostLines) return ("LinesMany", "");
        var detail = "";
        var key = await open.ChangeAsync(plan, sheet, "guardsheet.name", async (found, _) =>
        {
            var groups = await database.Set<PlanGroup>().Where(g => g.SheetId == sheet).OrderBy(g => g.Number).ToListAsync(cancel);
            if (men.Any(m => m.Group is { } wanted && groups.All(g => g.Number != wanted))) return "GroupUnknown";
            if (!found.IsOpen) return "SheetClosed";
            var present = await database.Set<GuardOfficer>().Where(o => o.PlanId == plan && o.LeftAt == null).ToListAsync(cancel);
            var added = men;
            if (again)
            {
                (added, var moved) = Corrected(men, [.. present.Where(o => o.SheetId == sheet)]);
                if (moved is not null)
                {
                    detail = moved;
                    return "FileMoves";
                }
            }

            var numbers = present.Where(o => o.ServiceNumber is not null).Select(o => Digits(o.ServiceNumber!)).ToHashSet(StringComparer.Ordinal);
            if (added.FirstOrDefault(m => m.Man.ServiceNumber is { } n && !numbers.Add(Digits(n))) is { } twice)
            {
                detail = twice.Man.ServiceNumber!;
                return "ServiceNumberTwice";
            }

            var filled = present.Where(o => o.Group is not null).CountBy(o => o.Group!.Value).ToDictionary();
            var room = (found.Quota ?? int.MaxValue) - present.Count(o => o.SheetId == sheet && o.Part == OfficerPart.Member);
            foreach (var (man, part, group) in added)
            {
                var place = part != OfficerPart.Member || room <= 0 ? null
                    : groups.FirstOrDefault(g => (group is null || g.Number == group) && filled.GetValueOrDefault(g.Number) < g.Officers);
                var officer = new GuardOfficer
                {
                    Id = OrderedId.New(), PlanId = plan, SheetId = sheet, Part = part == OfficerPart.Member && place is null ? OfficerPart.Reserve : part,
                    Group = place?.Number, Name = man.Name, Rank = man.Rank, ServiceNumber = man.ServiceNumber, Phone = man.Phone, Unit = man.Unit,
                };
                database.Add(officer);
                if (part == OfficerPart.Padal)
                {
                    foreach (var one in groups.Where(g => g.PadalId is null && (group is null || g.Number == group))) one.PadalId = officer.Id;
                }

                if (place is null) continue;
                filled[place.Number] = filled.GetValueOrDefault(place.Number) + 1;
                room--;
            }

            found.Version++;
            return null;
        }, whole: false, cancel);
        return key is null ? null : (key, detail);
    }

    // Those who are not on the sheet yet; the others take what the file says of them. A name where somebody is to change groups.
    private static (List<NamedOfficer> New, string? Moved) Corrected(IReadOnlyCollection<NamedOfficer> men, List<GuardOfficer> present)
    {
        var fresh = new List<NamedOfficer>();
        foreach (var named in men)
        {
            var line = named.Man;
            var man = line.ServiceNumber is { } number
                ? present.Find(o => o.ServiceNumber is { } own && Digits(own) == Digits(number)) ?? present.Find(o => o.ServiceNumber is null && o.Name == line.Name)
                : present.Find(o => o.Name == line.Name);
            if (man is null)
            {
                fresh.Add(named);
                continue;
            }

            // One row is one man: of two without a number and with one name the second is another.
            present.Remove(man);
            if (man.Part != OfficerPart.Padal && named.Group is { } group && man.Group != group) return ([], line.Name);
            man.Name = line.Name;
            man.Rank = line.Rank ?? man.Rank;
            man.ServiceNumber = line.ServiceNumber ?? man.ServiceNumber;
            man.Phone = line.Phone ?? man.Phone;
            man.Unit = line.Unit ?? man.Unit;
        }

        return (fresh, null);
    }

    /// <summary>Corrects a man, or moves him to another group of the sheet or into reserve.</summary>
    public Task<string?> ChangeAsync(Guid plan, Guid sheet, Guid officer, OfficerLine line, int? group, int version, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.correct", async (found, _) =>
        {
            if (found.Version != version) return "ChangedMeanwhile";
            if (!found.IsOpen) return "SheetClosed";
            var man = await database.Set<GuardOfficer>().SingleOrDefaultAsync(o => o.Id == officer && o.SheetId == sheet && o.LeftAt == null, cancel);
            if (man is null) return "OfficerGone";
            if (line.ServiceNumber is { } number && (await NumbersAsync(plan, officer, cancel)).Contains(Digits(number))) return "ServiceNumberTwice";
            if (man.Part != OfficerPart.Padal && man.Group != group)
            {
                if (group is not null && await PlaceAsync(plan, sheet, group.Value, cancel) is { } full) return full;
                (man.Group, man.Part) = (group, group is null ? OfficerPart.Reserve : OfficerPart.Member);
            }

            (man.Name, man.Rank, man.ServiceNumber, man.Phone, man.Unit) = (line.Name, line.Rank, line.ServiceNumber, line.Phone, line.Unit);
            found.Version++;
            return null;
        }, whole: false, cancel);

    /// <summary>Takes away one who was entered by mistake. Who falls out is replaced instead, so that the reason stays.</summary>
    public Task<string?> RemoveAsync(Guid plan, Guid sheet, Guid officer, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.remove", async (found, _) =>
        {
            if (!found.IsOpen) return "SheetClosed";
            var man = await database.Set<GuardOfficer>().SingleOrDefaultAsync(o => o.Id == officer && o.SheetId == sheet && o.LeftAt == null, cancel);
            if (man is null) return "OfficerGone";
            if (await database.Set<GuardOfficer>().AnyAsync(o => o.ReplacedById == officer, cancel)) return "CameInstead";
            foreach (var group in await database.Set<PlanGroup>().Where(g => g.PlanId == plan && g.PadalId == officer).ToListAsync(cancel)) group.PadalId = null;
            database.Remove(man);
            found.Version++;
            return null;
        }, whole: false, cancel);

    /// <summary>
    /// One falls out: he stays on the sheet with the reason; the one chosen from the reserve, if any, takes his place and the
    /// groups that he controlled.
    /// </summary>
    public Task<string?> ReplaceAsync(Guid plan, Guid sheet, Guid officer, string? reason, Guid? substitute, DateTimeOffset now, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.replace", async (found, _) =>
        {
            if (!found.IsOpen) return "SheetClosed";
            if (string.IsNullOrWhiteSpace(reason)) return "ReasonMissing";
            if (reason.Length > 200) return "ReasonLong";
            var men = await database.Set<GuardOfficer>().Where(o => o.SheetId == sheet && o.LeftAt == null).ToListAsync(cancel);
            if (men.FirstOrDefault(o => o.Id == officer) is not { } man) return "OfficerGone";
            var instead = substitute is null ? null : men.FirstOrDefault(o => o.Id == substitute && o.Part == OfficerPart.Reserve);
            if (substitute is not null && (instead is null || instead == man)) return "SubstituteGone";
            foreach (var group in await database.Set<PlanGroup>().Where(g => g.PlanId == plan && g.PadalId == officer).ToListAsync(cancel)) group.PadalId = instead?.Id;
            if (instead is not null) (instead.Part, instead.Group) = (man.Part, man.Group);
            (man.LeftAt, man.LeftReason, man.ReplacedById, man.Group) = (now, reason.Trim(), instead?.Id, null);
            found.Version++;
            return null;
        }, whole: false, cancel);

    private async Task<string?> PlaceAsync(Guid plan, Guid sheet, int group, CancellationToken cancel)
    {
        var place = await database.Set<PlanGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.PlanId == plan && g.Number == group && g.SheetId == sheet, cancel);
        if (place is null) return "GroupUnknown";
        return await database.Set<GuardOfficer>().CountAsync(o => o.PlanId == plan && o.Group == group && o.LeftAt == null, cancel) >= place.Officers ? "GroupFull" : null;
    }

    private async Task<HashSet<string>> NumbersAsync(Guid plan, Guid but, CancellationToken cancel) =>
        (await database.Set<GuardOfficer>().Where(o => o.PlanId == plan && o.LeftAt == null && o.Id != but && o.ServiceNumber != null).Select(o => o.ServiceNumber!).ToListAsync(cancel))
            .Select(Digits).ToHashSet(StringComparer.Ordinal);

    // 8512 0034 and 85120034 are one man.
    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
