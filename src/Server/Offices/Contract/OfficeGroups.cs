using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>A circle of offices that one names as a whole: "seluruh Kapolsek" (requirement C-01).</summary>
public enum OfficeGroup : byte
{
    Forkopimda = 1,
    ForkopimdaPlus = 2,

    /// <summary>Camat, Kapolsek and Danramil of every kecamatan.</summary>
    Forkopimcam = 3,

    /// <summary>Kepala desa.</summary>
    VillageHeads = 4,

    /// <summary>Lurah.</summary>
    WardHeads = 5,

    /// <summary>Kepala desa or lurah, Bhabinkamtibmas and Babinsa of every village.</summary>
    VillagePillars = 6,
    Camat = 7,
    Kapolsek = 8,
    Danramil = 9,

    /// <summary>Heads of the government's agencies of the kabupaten.</summary>
    RegionalAgencies = 10,

    /// <summary>Desk Pilkada, or by whatever name it goes.</summary>
    Desk = 11,
}

/// <summary>An office that a letter goes to, and who holds it on that day.</summary>
/// <param name="OfficeId">The office.</param>
/// <param name="Title">Such as <c>Kapolsek</c>.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="Agency">Name of the agency.</param>
/// <param name="Pillar">Code of the agency's pillar, null for those that belong to none, such as KPU.</param>
/// <param name="Level">Kabupaten, kecamatan or village.</param>
/// <param name="Unit">What is counted as present: the kecamatan of a Forkopimcam, the village, else the agency.</param>
/// <param name="AreaCode">The area it serves, null where it has none or several.</param>
/// <param name="Holder">Kind and name, such as <c>Pj Andriyanto</c>; null while the office is vacant.</param>
/// <param name="PersonId">Who holds it.</param>
public sealed record Addressee(
    Guid OfficeId, string Title, Guid AgencyId, string Agency, string? Pillar, OfficeLevel Level, string Unit, string? AreaCode, string? Holder, Guid? PersonId)
{
    /// <summary>Title and agency.</summary>
    public string Name => $"{Title}, {Agency}";
}

/// <summary>Resolves groups to offices and to those who hold them.</summary>
public sealed class OfficeGroups
{
    private readonly ImmutableArray<Known> _offices;
    private readonly ImmutableArray<(ForumKind Kind, string Area, List<Guid> Seats)> _forums;
    private readonly Dictionary<Guid, int> _places;

    private OfficeGroups(ImmutableArray<Known> offices, ImmutableArray<(ForumKind, string, List<Guid>)> forums)
    {
        (_offices, _forums) = (offices, forums);
        _places = offices.Select((o, i) => KeyValuePair.Create(o.Of.OfficeId, i)).ToDictionary();
    }

    /// <summary>Every office that serves in the areas or above them, by itself or by its command, and those without territory; read once for all groups.</summary>
    public static async Task<OfficeGroups> ReadAsync(Database database, AreaSet areas, DateOnly day, CancellationToken cancel)
    {
        var found = await database.Set<Office>().AsNoTracking().Select(o => new
        {
            o.Id, o.Title, o.AgencyId, Agency = o.Agency!.Name, Pillar = o.Agency!.PillarCode, o.Level, o.AreaCode, o.JurisdictionId, o.Role,
        }).ToListAsync(cancel);
        var held = (await database.Set<OfficeHolding>().AsNoTracking()
            .Where(h => h.From <= day && (h.To == null || h.To >= day) && !h.Leaves.Any(l => l.From <= day && l.To >= day))
            .Select(h => new { h.OfficeId, h.From, h.Kind, h.PersonId, h.Person!.Name, h.Person!.Rank, h.Person!.Corps }).ToListAsync(cancel))
            .GroupBy(h => h.OfficeId).ToDictionary(g => g.Key, g => g.MaxBy(h => h.From)!);
        var commands = await JurisdictionAreas.AllAsync(database, cancel);
        var offices = found.Select(o =>
        {
            ImmutableArray<string> covered = o.AreaCode is { } one ? [one] : o.JurisdictionId is { } command ? [.. commands[command]] : [];
            var holder = held.GetValueOrDefault(o.Id);
            var name = holder is null ? null
                : string.Join(' ', ((string?[])[holder.Kind == HoldingKind.Definitif ? null : holder.Kind.ToString(), holder.Rank, holder.Corps, holder.Name]).Where(w => w is not null));
            return new Known(
                new Addressee(
                    o.Id, o.Title, o.AgencyId, o.Agency, o.Pillar, o.Level, o.AgencyId.ToString(), covered.Length == 1 ? covered[0] : null, name, holder?.PersonId),
                covered, o.Role == OfficeRole.Administrator);
        }).Where(o => !o.Runs && (o.Areas.IsEmpty || o.Areas.Any(areas.Touches)))
            .OrderBy(o => o.Of.AreaCode, StringComparer.Ordinal).ThenBy(o => o.Of.Agency, StringComparer.Ordinal).ThenBy(o => o.Of.Title, StringComparer.Ordinal);
        // Whoever is only a partner of the Desk is no member of it; whoever is asked to join Forkopimda Plus is.
        var forums = await database.Set<Forum>().AsNoTracking().Where(f => f.From <= day && (f.To == null || f.To >= day))
            .Select(f => new { f.Kind, f.AreaCode, Seats = f.Members.Select(m => new { m.OfficeId, m.Part }).ToList() }).ToListAsync(cancel);
        return new OfficeGroups(
            [.. offices], [.. forums.Where(f => areas.Contains(f.AreaCode)).OrderBy(f => f.AreaCode, StringComparer.Ordinal).Select(f => (f.Kind, f.AreaCode, f.Seats.Where(s => f.Kind != ForumKind.Desk || s.Part != ForumPart.Invited).Select(s => s.OfficeId).ToList()))]);
    }

    /// <summary>Every office of the area, for a choice by name.</summary>
    public IEnumerable<Addressee> All => _offices.Select(o => o.Of);

    /// <summary>Those of a group, each office once, in the order of areas.</summary>
    public ImmutableArray<Addressee> Of(OfficeGroup group) => group switch
    {
        OfficeGroup.Forkopimda => Seated(ForumKind.Forkopimda),
        OfficeGroup.ForkopimdaPlus => Seated(ForumKind.ForkopimdaPlus),
        OfficeGroup.Desk => Seated(ForumKind.Desk),
        OfficeGroup.Forkopimcam => Kecamatan(),
        OfficeGroup.VillageHeads => Village("Kepala Desa", "Kades"),
        OfficeGroup.WardHeads => Village("Lurah"),
        OfficeGroup.VillagePillars => Village("Kepala Desa", "Kades", "Lurah", "Bhabinkamtibmas", "Babinsa"),
        OfficeGroup.Camat => Titled(OfficeLevel.Kecamatan, "Camat"),
        OfficeGroup.Kapolsek => Titled(OfficeLevel.Kecamatan, "Kapolsek", "Kapolsubsektor"),
        OfficeGroup.Danramil => Titled(OfficeLevel.Kecamatan, "Danramil"),
        OfficeGroup.RegionalAgencies =>
        [
            .. _offices.Where(o => o.Of is { Level: OfficeLevel.Kabupaten, Pillar: "pemerintah" } && HeadOfAgency.IsOfRegionalAgency(o.Of.Title))
                .Select(o => o.Of),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No such group."),
    };

    private ImmutableArray<Addressee> Seated(ForumKind kind) => [.. Sitting(_forums.Where(f => f.Kind == kind).SelectMany(f => f.Seats))];

    // In the order of the offices, each once; looked up, since a province has hundreds of forums and thousands of offices.
    private IEnumerable<Addressee> Sitting(IEnumerable<Guid> seats) =>
        seats.Where(_places.ContainsKey).Select(s => _places[s]).Distinct().Order().Select(i => _offices[i].Of);

    // A Polsek of three kecamatan sits in three forums and gets one letter.
    private ImmutableArray<Addressee> Kecamatan()
    {
        var forums = _forums.Where(f => f.Kind == ForumKind.Forkopimcam).ToList();
        var there = forums.Select(f => f.Area).ToHashSet(StringComparer.Ordinal);
        var unseated = Titled(OfficeLevel.Kecamatan, "Camat", "Kapolsek", "Danramil").Where(o => o.AreaCode is not { } area || !there.Contains(area));
        return
        [
            .. forums.SelectMany(f => Sitting(f.Seats).Select(o => o with { Unit = f.Area }))
                .Concat(unseated.Select(o => o.AreaCode is { } area ? o with { Unit = area } : o)).DistinctBy(o => o.OfficeId),
        ];
    }

    private ImmutableArray<Addressee> Village(params string[] titles) =>
        [.. Titled(OfficeLevel.Village, titles).Select(o => o.AreaCode is { } area ? o with { Unit = area } : o)];

    private ImmutableArray<Addressee> Titled(OfficeLevel level, params string[] titles) =>
    [
        .. _offices.Where(o => o.Of.Level == level && titles.Any(t => o.Of.Title.Equals(t, StringComparison.OrdinalIgnoreCase) || o.Of.Title.StartsWith(t + " ", StringComparison.OrdinalIgnoreCase)))
            .Select(o => o.Of),
    ];

    private sealed record Known(Addressee Of, ImmutableArray<string> Areas, bool Runs);
}
