using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>Adds a police or army command and maps it to areas.</summary>
internal sealed class AddJurisdiction(Database database, CurrentReader current, AuditLog audit)
{
    public const int LongestName = 200;

    /// <summary>Codes between commas or blanks, each once.</summary>
    public static IEnumerable<string> CodesIn(string? text) =>
        (text ?? "").Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);

    public static CommandForce ForceOf(JurisdictionKind kind) => kind <= JurisdictionKind.Polsek ? CommandForce.Polri : CommandForce.Tni;

    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is added then.</summary>
    public async Task<string?> RunAsync(Form form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > LongestName) return "CommandNameNeeded";
        if (!Enum.IsDefined(form.Kind)) return "CommandNameNeeded";
        var areas = CodesIn(form.Areas).ToList();
        var writable = (await current.GetSignedInAsync()).AreasOf(TerritoryPermissions.WriteJurisdictions);
        // A kecamatan has one Polres, so that no group of stations is of two.
        if (form.Kind == JurisdictionKind.Polres && areas.Exists(AreaCode.IsVillage)) return "PolresOfVillages";
        if (!areas.TrueForAll(writable.Contains)) return "AreasNotYours";
        if ((await AreaQueries.NamesAsync(database, areas, cancel)).Count != areas.Count) return "UnknownAreas";
        // A unit without territory gives its rights to nobody's area, so anybody who may write commands may add one.
        if (areas.Count == 0 && form.Kind != JurisdictionKind.Battalion && !writable.IsEverywhere && form.Parent is null) return "AreasNeeded";

        await using var transaction = await database.BeginWriteAsync(cancel);
        var force = ForceOf(form.Kind);
        if (form.Parent is { } parent)
        {
            var above = await database.Set<Jurisdiction>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == parent, cancel);
            if (above is null || above.Force != force || above.Kind >= form.Kind) return "WrongParent";
        }

        var taken = await (
            from area in database.Set<JurisdictionArea>()
            join command in database.Set<Jurisdiction>() on area.JurisdictionId equals command.Id
            where command.Kind == form.Kind && areas.Contains(area.AreaCode)
            select area.AreaCode).AnyAsync(cancel);
        if (taken) return "AreaTaken";
        var id = TerritoryStore.AddJurisdiction(database, force, form.Kind, form.Name.Trim(), form.Parent, areas);
        await audit.AddAsync("jurisdictions.add", id.ToString(), areas.Count == 1 ? areas[0] : null, tell: TerritoryPermissions.ReadJurisdictions);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    internal sealed class Form
    {
        public string? Name { get; set; }

        public JurisdictionKind Kind { get; set; } = JurisdictionKind.Polsek;

        public Guid? Parent { get; set; }

        /// <summary>Codes, between commas or blanks.</summary>
        public string? Areas { get; set; }
    }
}
