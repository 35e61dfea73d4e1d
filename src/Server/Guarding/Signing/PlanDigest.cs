using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Signing;

/// <summary>
/// What a signature stands for: every group, station, quota and name of a plan, in one order, as SHA-256. Telephone numbers
/// are not in it: they are deleted after the election, and the signature outlives them.
/// </summary>
internal static class PlanDigest
{
    public static async Task<string> OfAsync(Database database, Guid plan, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(params object?[] row) => hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(row) + "\n"));
        foreach (var g in await database.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == plan).OrderBy(g => g.Number).ToListAsync(cancel))
            Add("group", g.Number, g.SheetId, g.Pattern, g.Officers, g.Stations, g.VillageCode, g.PadalId, g.Site, g.Hours);
        foreach (var s in await database.Set<PlanStation>().AsNoTracking().Where(s => s.PlanId == plan).OrderBy(s => s.StationCode).ToListAsync(cancel))
            Add("station", s.StationCode, s.Group, s.Linmas);
        foreach (var s in await database.Set<PolsekSheet>().AsNoTracking().Where(s => s.PlanId == plan).OrderBy(s => s.Id).ToListAsync(cancel))
            Add("sheet", s.Id, s.PolsekId, s.Name, s.Areas, s.Quota, s.QuotaReason, s.State, s.SubmittedBy, s.CheckedBy);
        foreach (var o in await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.PlanId == plan).OrderBy(o => o.Id).ToListAsync(cancel))
            Add("officer", o.Id, o.SheetId, o.Part, o.Group, o.Name, o.Rank, o.ServiceNumber, o.Unit, o.LeftReason, o.ReplacedById);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
