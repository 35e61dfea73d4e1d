using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>What an import brings.</summary>
public enum ImportKind : byte
{
    Villages = 1,
    Boundaries = 2,
    Stations = 3,

    /// <summary>Voters of stations; never votes.</summary>
    Voters = 4,

    /// <summary>Offices and who holds them.</summary>
    Offices = 5,
}

/// <summary>Where an import stands.</summary>
public enum ImportState : byte
{
    /// <summary>Its file is being read.</summary>
    Reading = 1,

    /// <summary>Read, and waiting for a decision.</summary>
    Staged = 2,
    Applied = 3,
    Cancelled = 4,

    /// <summary>The file could not be read, or the program was stopped while it read.</summary>
    Failed = 5,

    /// <summary>Applied once, and taken back.</summary>
    Undone = 6,

    /// <summary>Its columns were not recognised: somebody must say which is which.</summary>
    Unmapped = 7,
}

/// <summary>One import: from its file over the preview to what it changed. Stays as history.</summary>
public sealed class ImportRecord
{
    /// <summary>Version 7: it tells when the import began.</summary>
    public required Guid Id { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>The election that stations go to; made when they are swapped in, if it is not there.</summary>
    public string? ElectionCode { get; set; }

    public required string FileName { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Size { get; init; }

    public ImportState State { get; set; } = ImportState.Reading;

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Rows with a warning; they are also among the other three.</summary>
    public int Flagged { get; set; }

    public int Refused { get; set; }

    /// <summary>Findings of all rows, also those beyond the kept ones.</summary>
    public int Findings { get; set; }

    /// <summary>Whether something is wrong with the file as a whole, so that no part of it can be taken.</summary>
    public bool Unusable { get; set; }

    /// <summary>How the columns were understood, as JSON.</summary>
    public string? Columns { get; set; }

    /// <summary>Which header was said by hand to be which field, as JSON; null where none was.</summary>
    public string? Mapping { get; set; }

    /// <summary>Codes of the areas that its rows lie in, with a space between: kecamatan, or kabupaten where these are many.</summary>
    public string Areas { get; set; } = "";

    /// <summary>Whose import it is; null for the command line.</summary>
    public Guid? AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>SHA-256 of the added and changed rows in the order of their codes, hexadecimal.</summary>
    public string? Digest { get; set; }

    /// <summary>Rows of the file.</summary>
    public int Rows => Added + Changed + Unchanged + Refused;

    /// <summary>Whether its rows belong to an election.</summary>
    public bool IsOfElection => OfElection(Kind);

    internal static bool OfElection(ImportKind kind) => kind is ImportKind.Stations or ImportKind.Voters;
}

/// <summary>What a part of an import's change log holds.</summary>
public enum ChangePart : byte
{
    /// <summary>A line for each added or changed row, as <see cref="ChangeDigest"/> writes it.</summary>
    After = 1,

    /// <summary>A line for each changed row: its code and the values that it had.</summary>
    Before = 2,

    /// <summary>Codes of the areas that came along.</summary>
    Areas = 3,
}

/// <summary>A piece of what an import changed, packed: it lets the import be undone, and nothing else reads it.</summary>
public sealed class ImportChange
{
    public required Guid ImportId { get; init; }

    public required ChangePart Part { get; init; }

    /// <summary>From 1; the pieces of a part together are one gzip stream of UTF-8.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>A finding that is kept with its import.</summary>
public sealed class ImportNote
{
    public required Guid ImportId { get; init; }

    /// <summary>From 1, in the order in which they were found.</summary>
    public required int Number { get; init; }

    public int? Row { get; init; }

    public string? Column { get; init; }

    public string? Value { get; init; }

    /// <summary>Key of its <see cref="FindingKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What becomes of the row: refused or stored with a flag.</summary>
    public required Severity Effect { get; init; }

    /// <summary>Codes and names that its sentence mentions, as a JSON array.</summary>
    public string? Arguments { get; init; }
}
