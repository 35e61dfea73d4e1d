namespace TigaPilar.Server.Shell;

/// <summary>An output folder that never shows half of a result.</summary>
public static class OutputFolder
{
    /// <summary>
    /// Lets <paramref name="write"/> fill a temporary folder beside <paramref name="path"/>, then moves each file into
    /// place. Files of the same name are replaced, other files left alone. The problem that hindered it, or null.
    /// </summary>
    public static InputProblem? Fill(string path, Action<string> write, CancellationToken cancel)
    {
        if (Obstacle(path) is { } obstacle) return obstacle;
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(target) ?? target;
        var made = FirstMissing(parent);
        var temporary = Path.Combine(parent, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            cancel.ThrowIfCancellationRequested();
            if (Directory.Exists(target)) Exchange(temporary, target);
            else Directory.Move(temporary, target);
            return null;
        }
        catch (Exception writing) when (writing is IOException or UnauthorizedAccessException)
        {
            return new UnusableFile(path, $"can not be written: {writing.Message}");
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            if (made is not null && !Directory.Exists(target)) RemoveEmpty(parent, made);
        }
    }

    /// <summary>The highest folder of the path that does not exist yet; null where all do.</summary>
    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (var at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at)) missing = at;
        return missing;
    }

    // From the deepest up, and only what is still empty: somebody else may have begun to use one.
    private static void RemoveEmpty(string from, string upTo)
    {
        for (var at = from; at is not null && at.Length >= upTo.Length; at = Path.GetDirectoryName(at))
        {
            if (!Directory.Exists(at)) continue;
            if (Directory.EnumerateFileSystemEntries(at).Any()) return;
            Directory.Delete(at);
        }
    }

    // Each rename is atomic, but several are not: what was there before is kept until the last one, and put back if one fails.
    private static void Exchange(string temporary, string target)
    {
        var earlier = Directory.CreateDirectory(Path.Combine(temporary, "earlier")).FullName;
        var files = Directory.GetFiles(temporary);
        var placed = new List<string>();
        try
        {
            foreach (var file in files)
            {
                var place = Path.Combine(target, Path.GetFileName(file));
                if (File.Exists(place)) File.Move(place, Path.Combine(earlier, Path.GetFileName(file)));
                placed.Add(place);
                File.Move(file, place);
            }
        }
        catch (Exception moving) when (moving is IOException or UnauthorizedAccessException)
        {
            foreach (var place in placed)
            {
                if (File.Exists(place)) File.Delete(place);
                var old = Path.Combine(earlier, Path.GetFileName(place));
                if (File.Exists(old)) File.Move(old, place);
            }

            throw;
        }
    }

    /// <summary>What makes the folder impossible, seen without writing, so that it is told before long work.</summary>
    public static InputProblem? Obstacle(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) return new UnusableFile("--out", "is blank; expected a folder.");
        if (File.Exists(path)) return new UnusableFile(path, "is a file; expected a folder to write into.");
        for (var at = Path.GetFullPath(path); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
            if (File.Exists(at)) return new UnusableFile(path, $"lies below {at}, which is a file; expected a folder to write into.");
        return null;
    }
}
