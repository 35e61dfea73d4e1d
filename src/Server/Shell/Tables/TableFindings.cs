using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>What can be wrong with any table, whatever it lists.</summary>
public static class TableFindings
{
    private static readonly ResourceManager Texts = new("TigaPilar.Server.Shell.Tables.TableText", typeof(TableFindings).Assembly);

    public static readonly FindingKind Empty = OfFile(nameof(Empty));
    public static readonly FindingKind NoRows = OfFile(nameof(NoRows));
    public static readonly FindingKind TooLarge = OfFile(nameof(TooLarge));
    public static readonly FindingKind Damaged = OfFile(nameof(Damaged));
    public static readonly FindingKind NotUtf8 = OfFile(nameof(NotUtf8));
    public static readonly FindingKind HoldsNul = OfFile(nameof(HoldsNul));
    public static readonly FindingKind OldWorkbook = OfFile(nameof(OldWorkbook));
    public static readonly FindingKind NotAWorkbook = OfFile(nameof(NotAWorkbook));
    public static readonly FindingKind TooWide = OfFile(nameof(TooWide));
    public static readonly FindingKind MissingColumns = OfFile(nameof(MissingColumns));
    public static readonly FindingKind ColumnTwice = OfFile(nameof(ColumnTwice));
    public static readonly FindingKind FieldCount = Refused(nameof(FieldCount));
    public static readonly FindingKind BadQuotes = Refused(nameof(BadQuotes));
    public static readonly FindingKind SwallowedLines = new(nameof(SwallowedLines), Severity.Flagged, Texts);

    public static ImmutableArray<FindingKind> All =>
    [
        Empty, NoRows, TooLarge, Damaged, NotUtf8, HoldsNul, OldWorkbook, NotAWorkbook, TooWide, MissingColumns, ColumnTwice,
        FieldCount, BadQuotes, SwallowedLines,
    ];

    internal static UnreadableFileException LargerThan(long bytes) =>
        new(new RowFinding(null, null, null, TooLarge, (bytes >> 20).ToString(CultureInfo.InvariantCulture)));

    internal static string Word(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    private static FindingKind OfFile(string key) => new(key, Severity.Refused, Texts, OfFile: true);

    private static FindingKind Refused(string key) => new(key, Severity.Refused, Texts);
}
