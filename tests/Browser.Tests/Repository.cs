namespace TigaPilar.Browser.Tests;

/// <summary>Where things are in the folder that the tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "TigaPilar.slnx"))) return folder.FullName;
        throw new InvalidOperationException("TigaPilar.slnx was not found above the tests.");
    }
}
