using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>What kinds of imports are called in commands, addresses and the audit log.</summary>
internal static class ImportNames
{
    public static string Of(ImportKind kind) => kind switch
    {
        ImportKind.Villages => "villages",
        ImportKind.Boundaries => "boundaries",
        ImportKind.Voters => "voters",
        ImportKind.Offices => "offices",
        _ => "stations",
    };
}

/// <summary>The columns that a file of a kind may have.</summary>
internal static class ImportShapes
{
    /// <summary>Null where the kind has no columns.</summary>
    public static TableShape? Of(ImportKind kind) => kind switch
    {
        ImportKind.Villages => VillageImport.Shape,
        ImportKind.Stations => StationImport.Shape,
        ImportKind.Voters => VoterImport.Shape,
        ImportKind.Offices => Holders.HolderImport.Shape,
        _ => null,
    };
}
