using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Contract;

/// <summary>How a station stands today.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Class">Its class: as assessed, else <i>kurang rawan</i>, a special one <i>khusus</i>.</param>
/// <param name="Until">Last day of the assessment in force; null where there is none.</param>
/// <param name="Expired">The last assessment has ended: somebody must look again.</param>
/// <param name="Reason">Of the newest assessment, in force or not.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When.</param>
public sealed record ClassInForce(string Code, StationClass Class, DateOnly? Until, bool Expired, string? Reason, string? By, DateTimeOffset? At);

/// <summary>The classes of an election's stations as named officers gave them.</summary>
public static class ClassesInForce
{
    /// <summary>Every station within the areas, in the order of codes.</summary>
    public static async Task<List<ClassInForce>> OfAsync(Database database, int election, AreaSet areas, DateOnly today, CancellationToken cancel)
    {
        var stations = await StationCodes.OfAsync(database, election, areas, cancel);
        var newest = await NewestAsync(database, election, areas, cancel);
        return stations.ConvertAll(s =>
        {
            var last = newest.GetValueOrDefault(s.Code);
            var holds = last is not null && last.Until >= today;
            return new ClassInForce(
                s.Code, holds ? last!.Class : s.Special ? StationClass.Khusus : StationClass.KurangRawan,
                holds ? last!.Until : null, last is not null && !holds, last?.Reason, last?.By, last?.At);
        });
    }

    internal static async Task<Dictionary<string, StationAssessment>> NewestAsync(Database database, int election, AreaSet areas, CancellationToken cancel)
    {
        var own = areas.Of(database.Set<StationAssessment>().AsNoTracking().Where(a => a.ElectionId == election), a => a.StationCode);
        var last = own.GroupBy(a => a.StationCode).Select(g => g.Max(a => a.Id));
        return await database.Set<StationAssessment>().AsNoTracking().Where(a => last.Contains(a.Id)).ToDictionaryAsync(a => a.StationCode, StringComparer.Ordinal, cancel);
    }
}
