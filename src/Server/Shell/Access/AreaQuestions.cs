namespace TigaPilar.Server.Shell.Access;

/// <summary>Names areas by their codes, for rooms that hold codes and know no territory. Unknown codes are left out.</summary>
public delegate Task<IReadOnlyDictionary<string, string>> NameAreas(IReadOnlyCollection<string> codes, CancellationToken cancel);

/// <summary>The codes of the kabupaten and kota that this installation holds, in order.</summary>
public delegate Task<IReadOnlyList<string>> KabupatenInUse(CancellationToken cancel);

/// <summary>
/// Brings a kabupaten or kota with all below it from the official list, within the caller's transaction; false where the
/// list does not have the code.
/// </summary>
public delegate Task<bool> LoadKabupaten(string code, CancellationToken cancel);
