using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>Adds to the ground from within the program.</summary>
public static class TerritoryStore
{
    /// <summary>A command with the areas that it covers.</summary>
    public static Guid AddJurisdiction(
        Database database, CommandForce force, JurisdictionKind kind, string name, Guid? parent, params IEnumerable<string> areas)
    {
        var id = Guid.CreateVersion7();
        database.Add(new Jurisdiction { Id = id, Force = force, Kind = kind, Name = name, ParentId = parent });
        database.AddRange(areas.Select(a => new JurisdictionArea { JurisdictionId = id, AreaCode = a }));
        return id;
    }
}
