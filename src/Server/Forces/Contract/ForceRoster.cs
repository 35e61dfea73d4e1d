using System.Collections.Frozen;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>Who is available, and under which code each home was given.</summary>
/// <param name="Forces">The strengths, for planning.</param>
/// <param name="KabupatenGiven">
/// Police (false) or BKO (true) of a jurisdiction that the file gave under its kabupaten's code.
/// </param>
public sealed record ForceRoster(GuardForces Forces, FrozenDictionary<(bool Bko, int Jurisdiction), string> KabupatenGiven)
{
    /// <summary>The code of a home: as the file gave it; of police of a village their kecamatan's.</summary>
    public string CodeOf(HomeLevel level, int index, TerritoryMap territory, bool police = false, bool bko = false) => level switch
    {
        HomeLevel.Village => territory.Villages[index].Code,
        HomeLevel.Kecamatan => territory.Kecamatan[index].Code,
        HomeLevel.Kabupaten => territory.Kabupaten[index],
        HomeLevel.Jurisdiction => police && KabupatenGiven.TryGetValue((bko, index), out var code)
            ? code
            : territory.Jurisdictions[index],
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "not a level"),
    };
}
