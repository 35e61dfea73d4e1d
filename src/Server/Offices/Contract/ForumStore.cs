using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Adds forums from within the program.</summary>
public static class ForumStore
{
    /// <summary>Of Forkopimda and Forkopimcam.</summary>
    public const string Pp12 = "PP 12/2022";

    public static Guid Add(
        Database database, ForumKind kind, string name, string area, string? basis, string? decree, DateOnly from,
        params IEnumerable<(Guid Office, ForumPart Part)> seats)
    {
        var id = Guid.CreateVersion7();
        database.Add(new Forum { Id = id, Kind = kind, Name = name, AreaCode = area, LegalBasis = basis, DecreeNumber = decree, From = from });
        foreach (var (office, part) in seats) database.Add(new ForumMember { ForumId = id, OfficeId = office, Part = part });
        return id;
    }
}
