using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>Adds a version of flags to what the caller is about to save.</summary>
internal static class FlagStore
{
    public static FlagImport Add(
        Database database, int election, string kabupaten, int version, IndicatorSet set,
        IReadOnlyCollection<(string Station, string Key)> flags, DateTimeOffset at, Guid account, string by)
    {
        var import = new FlagImport
        {
            ElectionId = election, AreaCode = kabupaten, Version = version, IndicatorSet = set.Key, Flags = flags.Count,
            Stations = flags.Select(f => f.Station).Distinct(StringComparer.Ordinal).Count(), At = at, AccountId = account, By = by,
        };
        database.Add(import);
        database.AddRange(flags.Select(f => new IndicatorFlag { ElectionId = election, StationCode = f.Station, Indicator = f.Key }));
        return import;
    }
}
