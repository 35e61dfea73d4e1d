using System.Collections.Immutable;

namespace TigaPilar.Server.Storage.Staging;

/// <summary>What a column of a staging table holds; all may be null but the key.</summary>
public enum StagedType : byte
{
    /// <summary>A dotted code, ordered by its bytes.</summary>
    Code,
    Text,
    Whole,
    Real,
    Flag,
}

/// <summary>A column of a staging table.</summary>
public sealed record StagedColumn(string Name, StagedType Type);

/// <summary>A table that rows wait in until they are swapped in. The first column is its key.</summary>
/// <param name="Name">Its name within the staging schema.</param>
/// <param name="Columns">In the order in which they are written.</param>
public sealed record StagingTable(string Name, ImmutableArray<StagedColumn> Columns);
