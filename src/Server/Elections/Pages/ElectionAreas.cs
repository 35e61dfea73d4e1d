using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Elections.Pages;

/// <summary>The areas that an election may be bound to by this reader.</summary>
internal static class ElectionAreas
{
    /// <summary>The reader's own roots and what is chosen already; who may everywhere chooses among the kabupaten in use.</summary>
    public static async Task<List<KeyValuePair<string, string>>> ChoicesAsync(
        KabupatenInUse kabupaten, NameAreas names, AreaSet writable, IEnumerable<string> chosen, CancellationToken cancel)
    {
        var codes = writable.IsEverywhere ? [.. await kabupaten(cancel)] : writable.Roots.ToList();
        codes.AddRange(chosen);
        return [.. (await names([.. codes.Distinct(StringComparer.Ordinal)], cancel)).OrderBy(a => a.Key, StringComparer.Ordinal)];
    }
}
