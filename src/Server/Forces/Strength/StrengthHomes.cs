using System.Collections.Immutable;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>Where a unit is at home, as somebody wrote it.</summary>
/// <param name="AreaCode">See <see cref="ForceUnit.AreaCode"/>.</param>
/// <param name="CommandId">The command, where one was named.</param>
/// <param name="IsRoaming">Without territory.</param>
internal sealed record UnitHome(string AreaCode, Guid? CommandId, bool IsRoaming);

/// <summary>The commands of the installation, by which homes of units are told, seen and written.</summary>
internal sealed class StrengthHomes
{
    private readonly Dictionary<Guid, ListedCommand> _commands;

    private StrengthHomes(IEnumerable<ListedCommand> commands) => _commands = commands.ToDictionary(c => c.Id);

    public static async Task<StrengthHomes> ReadAsync(Database database, CancellationToken cancel) => new(await JurisdictionAreas.CommandsAsync(database, cancel));

    public ListedCommand? Find(Guid? id) => id is { } known ? _commands.GetValueOrDefault(known) : null;

    /// <summary>What the unit covers: those see it who cover all of it.</summary>
    public ImmutableArray<string> AreasOf(ForceUnit unit) => Find(unit.CommandId) is { Areas.IsEmpty: false } command ? command.Areas : [unit.AreaCode];

    /// <summary>Names of the areas that it is at home in; null without territory.</summary>
    public string? NameOf(ForceUnit unit, IReadOnlyDictionary<string, string> areas) =>
        unit.IsRoaming ? null : string.Join(", ", AreasOf(unit).Select(a => areas.GetValueOrDefault(a) ?? a));

    /// <summary>Its home as <see cref="Read"/> takes it.</summary>
    public string? Written(ForceUnit unit) => unit.CommandId is { } command ? Find(command)?.Name : unit.IsRoaming ? null : unit.AreaCode;

    public bool IsWithin(ForceUnit unit, AreaSet areas) => AreasOf(unit).All(areas.Contains);

    /// <summary>Where the reader writes what an agency says of its people: by an office of that agency alone.</summary>
    public static AreaSet WritableBy(Reader reader, ForceAgency agency)
    {
        var role = agency switch { ForceAgency.Polri => OfficeRole.Polri, ForceAgency.Tni => OfficeRole.Tni, _ => OfficeRole.Desk };
        return reader.Offices.Where(o => o.Role == role).Aggregate(AreaSet.Empty, (areas, office) => areas.Union(office.Areas));
    }

    /// <summary>Polres that have something of a kabupaten and something outside it.</summary>
    public IReadOnlyList<ListedCommand> Reaching(string area) =>
        [.. _commands.Values.Where(c => c.Kind == JurisdictionKind.Polres && c.Areas.Any(a => AreaSet.IsWithin(a, area)) && !c.Areas.All(a => AreaSet.IsWithin(a, area)))];

    /// <summary>Commands of a force that touch the areas, or that cover none, by name.</summary>
    public IEnumerable<ListedCommand> Of(CommandForce force, AreaSet areas, bool roaming) =>
        _commands.Values.Where(c => c.Force == force && (c.Areas.IsEmpty ? roaming : c.Areas.Any(areas.Contains))).OrderBy(c => c.Kind).ThenBy(c => c.Name, StringComparer.Ordinal);

    /// <summary>A home as it is typed or stands in a file: an area's code, a command's name, or blank for none. Null where it is not the writer's.</summary>
    public UnitHome? Read(string? text, ForceAgency agency, AreaSet writable)
    {
        var words = text?.Trim() ?? "";
        // Who serves one kabupaten need not name it for those who have no territory.
        var own = writable.Roots is [{ Length: 5 } only] ? only : null;
        if (words.Length == 0) return own is null ? null : new UnitHome(own, null, IsRoaming: true);
        var code = words.Split(' ')[0];
        if (AreaCode.IsVillage(code) || AreaCode.IsKecamatan(code) || AreaCode.IsKabupaten(code))
            return writable.Contains(code) ? new UnitHome(code, null, IsRoaming: false) : null;
        if (agency is not (ForceAgency.Polri or ForceAgency.Tni)) return null;
        var named = Of(agency == ForceAgency.Polri ? CommandForce.Polri : CommandForce.Tni, writable, roaming: true)
            .FirstOrDefault(c => string.Equals(c.Name, words, StringComparison.OrdinalIgnoreCase));
        if (named is null) return null;
        if (named.Areas.IsEmpty) return own is null ? null : new UnitHome(own, named.Id, IsRoaming: true);
        return named.Areas.All(writable.Contains) ? new UnitHome(named.Areas[0].Length > 5 ? AreaCode.KabupatenOf(named.Areas[0]) : named.Areas[0], named.Id, IsRoaming: false) : null;
    }

    /// <summary>The police command that people are lent to, by its name.</summary>
    public Guid? ReadBorrower(string? text, AreaSet readable) =>
        Of(CommandForce.Polri, readable, roaming: false).FirstOrDefault(c => string.Equals(c.Name, text?.Trim(), StringComparison.OrdinalIgnoreCase))?.Id;
}
