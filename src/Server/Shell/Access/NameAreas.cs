namespace TigaPilar.Server.Shell.Access;

/// <summary>Names areas by their codes, for rooms that hold codes and know no territory. Unknown codes are left out.</summary>
public delegate Task<IReadOnlyDictionary<string, string>> NameAreas(IReadOnlyCollection<string> codes, CancellationToken cancel);

/// <summary>The codes of the kabupaten and kota that this installation holds, in order.</summary>
public delegate Task<IReadOnlyList<string>> KabupatenInUse(CancellationToken cancel);
