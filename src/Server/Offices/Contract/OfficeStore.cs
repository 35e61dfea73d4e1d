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
        var person = Guid.CreateVersion7();
        database.Add(new Person { Id = person, Name = name, Rank = rank });
        database.Add(new OfficeHolding { Id = Guid.CreateVersion7(), OfficeId = office, PersonId = person, Kind = kind, From = from });
        return person;
    }
}
