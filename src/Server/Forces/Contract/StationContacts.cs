using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Forces.Contacts;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>The head of a station's KPPS. Terbatas: whoever shows it logs it.</summary>
public readonly record struct KppsContact(string Name, string? Phone, bool Reached);

/// <summary>What other rooms ask of the stations' contacts.</summary>
public static class StationContacts
{
    /// <summary>Contacts of the stations within the areas, by code of the station; those without one are not in it.</summary>
    public static Task<Dictionary<string, KppsContact>> OfAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        areas.Of(database.Set<StationContact>().AsNoTracking().Where(c => c.ElectionId == election), c => c.StationCode)
            .ToDictionaryAsync(c => c.StationCode, c => new KppsContact(c.Name, c.Phone, c.ReachedAt != null), StringComparer.Ordinal, cancel);

    /// <summary>Adds one from within the program.</summary>
    public static void Add(Database database, int election, string station, string name, string? phone) =>
        database.Add(new StationContact { ElectionId = election, StationCode = station, Name = name, Phone = phone });
}
