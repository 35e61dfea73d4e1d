using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Adds agencies, offices and their holders from within the program.</summary>
public static class OfficeStore
{
    public static void AddPillar(Database database, string code, string name, int position) =>
        database.Add(new Pillar { Code = code, Name = name, Position = position });

    public static Guid AddAgency(Database database, string name, string? pillar)
    {
        var id = Guid.CreateVersion7();
        database.Add(new Agency { Id = id, Name = name, PillarCode = pillar });
        return id;
    }

    /// <summary>An office over an area, over a jurisdiction or over neither.</summary>
    public static Guid AddOffice(
        Database database, Guid agency, string title, OfficeRole role, OfficeLevel level, string? area = null, Guid? jurisdiction = null)
    {
        var id = Guid.CreateVersion7();
        database.Add(new Office
        {
            Id = id, AgencyId = agency, Title = title, Role = role, Level = level, AreaCode = area, JurisdictionId = jurisdiction,
        });
        return id;
    }

    /// <summary>A new person who holds the office from that day on; the person's id.</summary>
    public static Guid AddHolder(Database database, Guid office, string name, string? rank, DateOnly from, HoldingKind kind = HoldingKind.Definitif)
    {
        var person = AddPerson(database, name, rank);
        AddHolding(database, office, person, from, kind);
        return person;
    }

    /// <summary>A person, with other spellings of the name.</summary>
    public static Guid AddPerson(Database database, string name, string? rank, string? corps = null, params IEnumerable<string> aliases)
    {
        var id = Guid.CreateVersion7();
        database.Add(new Person { Id = id, Name = name, Rank = rank, Corps = corps });
        foreach (var alias in aliases) database.Add(new PersonAlias { PersonId = id, Name = alias });
        return id;
    }

    /// <summary>A person who is known holds the office from that day on, up to a last day if there is one; the holding's id.</summary>
    public static Guid AddHolding(Database database, Guid office, Guid person, DateOnly from, HoldingKind kind, DateOnly? to = null)
    {
        var id = Guid.CreateVersion7();
        database.Add(new OfficeHolding { Id = id, OfficeId = office, PersonId = person, Kind = kind, From = from, To = to });
        return id;
    }
}
