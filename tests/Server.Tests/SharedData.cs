namespace TigaPilar.Server.Tests;

/// <summary>Real files that stand beside the repository and are never part of it.</summary>
public static class SharedData
{
    /// <summary>Path of a file; the test is skipped where it is absent.</summary>
    public static string File(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!System.IO.File.Exists(Path.Combine(folder.FullName, "TigaPilar.slnx"))) continue;
            var file = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", name));
            if (System.IO.File.Exists(file)) return file;
        }

        Assert.Skip("skipped: ../shared is absent");
        return "";
    }
}
