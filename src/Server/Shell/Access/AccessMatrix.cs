using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace TigaPilar.Server.Shell.Access;

/// <summary>The kinds of offices that rights are given to: the columns of the matrix.</summary>
public enum OfficeRole : byte
{
    /// <summary>Runs the installation: accounts, lists, settings. Sees nothing that is Terbatas.</summary>
    Administrator = 1,

    /// <summary>Regional government: the Desk, Kesbangpol, Tata Pemerintahan, Satpol PP.</summary>
    Desk = 2,
    Polri = 3,
    Tni = 4,
    Kpu = 5,
    Bawaslu = 6,
    Camat = 7,

    /// <summary>Kepala desa or lurah.</summary>
    VillageHead = 8,

    /// <summary>DPRD, court, prosecutor: readers.</summary>
    Reader = 9,
}

/// <summary>How far data may go.</summary>
public enum DataClass : byte
{
    Publik = 1,

    /// <summary>All offices.</summary>
    Internal = 2,

    /// <summary>Named offices; opening it is logged.</summary>
    Terbatas = 3,
}

/// <summary>What an office may do with a subject: <see cref="None"/> is a no.</summary>
[Flags]
public enum AccessRight : byte
{
    None = 0,
    Read = 1,
    Write = 2,
}

/// <summary>One row: who may do what with one kind of data. Always within the areas of the office that one holds.</summary>
/// <param name="Subject">Its key, the first part of a permission's name.</param>
/// <param name="DataClass">How far it may go at most.</param>
/// <param name="Rights">For each role; a role that is left out has none.</param>
/// <param name="Public">What one may see without an account.</param>
public sealed record AccessRow(
    string Subject, DataClass DataClass, FrozenDictionary<OfficeRole, AccessRight> Rights, AccessRight Public);

/// <summary>
/// Who may do what (domain rules, section 9.2): data, not code. It is read from <c>access-matrix.csv</c>, enforced on
/// every route and shown on a page.
/// </summary>
public sealed class AccessMatrix
{
    private readonly FrozenDictionary<string, AccessRow> _rows;

    private AccessMatrix(ImmutableArray<AccessRow> rows)
    {
        Rows = rows;
        _rows = rows.ToFrozenDictionary(r => r.Subject, StringComparer.Ordinal);
    }

    /// <summary>The matrix of this program.</summary>
    public static AccessMatrix Default { get; } = Load();

    public ImmutableArray<AccessRow> Rows { get; }

    public AccessRow this[string subject] => _rows[subject];

    public bool Allows(OfficeRole role, Permission permission) =>
        _rows[permission.Subject].Rights.GetValueOrDefault(role).HasFlag(permission.Right);

    public bool AllowsPublic(Permission permission) => _rows[permission.Subject].Public.HasFlag(permission.Right);

    private static AccessMatrix Load()
    {
        using var stream = typeof(AccessMatrix).Assembly.GetManifestResourceStream("Shell.access-matrix.csv")
            ?? throw new InvalidOperationException("access-matrix.csv is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    internal static AccessMatrix Parse(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = lines[0].Split(',');
        return new AccessMatrix([.. lines.Skip(1).Select(line => Row(header, line.Split(',')))]);
    }

    private static AccessRow Row(string[] header, string[] cells)
    {
        var rights = new Dictionary<OfficeRole, AccessRight>();
        var everyone = AccessRight.None;
        for (var i = 2; i < header.Length; i++)
        {
            var right = Right(cells[i]);
            if (header[i] == "public") everyone = right;
            else rights[Enum.Parse<OfficeRole>(header[i], ignoreCase: true)] = right;
        }

        return new AccessRow(cells[0], Enum.Parse<DataClass>(cells[1], ignoreCase: true), rights.ToFrozenDictionary(), everyone);
    }

    private static AccessRight Right(string cell) => cell switch
    {
        "-" => AccessRight.None,
        "r" => AccessRight.Read,
        "rw" => AccessRight.Read | AccessRight.Write,
        _ => throw new FormatException($"The matrix holds \"{cell}\"; expected r, rw or -."),
    };
}
