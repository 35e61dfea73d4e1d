using System.IO.Compression;
using TigaPilar.Server.Guarding.Replanning;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>The files of a plan that is kept in the database, as the command line writes them.</summary>
internal static class PlanFolder
{
    /// <summary>The plan as its files have it; null where it is not ready or its files cannot be read any more.</summary>
    public static WrittenPlan? Read(GuardPlanRecord plan)
    {
        if (plan.Files is null) return null;
        var folder = Directory.CreateTempSubdirectory("tigapilar-plan-");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(plan.Files));
            foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.Ordinal) || e.Name == "summary.json"))
                entry.ExtractToFile(Path.Combine(folder.FullName, entry.Name));
            var report = new InputReport();
            return WrittenPlan.Read(folder.FullName, report) is { } read && report.IsClean ? read : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
