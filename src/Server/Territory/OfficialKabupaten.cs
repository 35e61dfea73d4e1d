using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>Brings a kabupaten or kota with all below it from the official list.</summary>
internal static class OfficialKabupaten
{
    /// <summary>
    /// Adds what is missing and changes nothing that is there; within the caller's transaction. False where the list has no
    /// such kabupaten or kota.
    /// </summary>
    public static async Task<bool> AddAsync(Database database, string code, CancellationToken cancel)
    {
        if (!AreaCode.IsKabupaten(code) || OfficialAreas.Find(code) is not { } kabupaten) return false;
        List<AreaName> wanted = [OfficialAreas.Find(code[..2])!, kabupaten];
        foreach (var kecamatan in OfficialAreas.Children(code))
        {
            wanted.Add(kecamatan);
            wanted.AddRange(OfficialAreas.Children(kecamatan.Code));
        }

        var codes = wanted.ConvertAll(a => a.Code);
        var known = (await database.Set<Area>().Where(a => codes.Contains(a.Code)).Select(a => a.Code).ToListAsync(cancel))
            .ToHashSet(StringComparer.Ordinal);
        database.AddRange(wanted.Where(a => !known.Contains(a.Code)).Select(a => new Area { Code = a.Code, Name = a.Name, Kind = a.Kind }));
        await database.SaveChangesAsync(cancel);
        return true;
    }
}
