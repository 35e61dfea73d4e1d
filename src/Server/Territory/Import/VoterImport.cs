using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>
/// Reads voters by station: how many are on the list, and how many came. Never votes: no column of them is known here.
/// Figures are taken as published; what is odd about them is told.
/// </summary>
public static class VoterImport
{
    private static readonly TableColumn Voters = new(
        "voters", "dpt", "jumlah_dpt", "total_dpt", "dpt_total", "dpt_jumlah", "pemilih", "jumlah_pemilih", "total_pemilih", "pemilih_total",
        "pemilih_terdaftar", "total_voters", "registered_voters");

    private static readonly TableColumn Men = new(
        "voters_men", "dpt_l", "dpt_laki_laki", "pemilih_l", "pemilih_laki_laki", "jumlah_l", "laki_laki", "pria", "lk", "l", "men", "male");

    private static readonly TableColumn Women = new(
        "voters_women", "dpt_p", "dpt_perempuan", "pemilih_p", "pemilih_perempuan", "jumlah_p", "perempuan", "wanita", "pr", "p", "women", "female");

    private static readonly TableColumn Turnout = new(
        "turnout", "pengguna", "pengguna_hak_pilih", "jumlah_pengguna", "jumlah_pengguna_hak_pilih", "pengguna_total", "hadir", "pemilih_hadir");

    private static readonly TableColumn TurnoutMen = new("turnout_men", "pengguna_l", "pengguna_hak_pilih_l", "pengguna_laki_laki", "hadir_l");
    private static readonly TableColumn TurnoutWomen = new("turnout_women", "pengguna_p", "pengguna_hak_pilih_p", "pengguna_perempuan", "hadir_p");

    /// <summary>The columns that such a list may have.</summary>
    internal static TableShape Shape { get; } = new(
        [StationImport.Code, StationImport.Village, StationImport.Number, Voters, Men, Women, Turnout, TurnoutMen, TurnoutWomen],
        [StationImport.Code, Voters], [StationImport.Code, Men, Women],
        [StationImport.Village, StationImport.Number, Voters], [StationImport.Village, StationImport.Number, Men, Women]);

    /// <summary>The list, or null after a finding about the file.</summary>
    public static ImportedTable<ParsedVoters>? Open(Stream content, Action<RowFinding> found, ColumnChoice? chosen = null)
    {
        if (TableReader.Open(content, Shape.With(chosen), found) is not { } table) return null;
        var first = new FirstRows();
        return new ImportedTable<ParsedVoters>(table, () => Parse(table, first));
    }

    private static ParsedVoters? Parse(TableReader table, FirstRows first)
    {
        if (StationImport.CodeOf(table) is not { } code) return null;
        var sound = first.Add(table, table.Has(StationImport.Code) ? StationImport.Code : StationImport.Number, code);
        sound &= Whole(table, Voters, out var voters);
        sound &= Whole(table, Men, out var men);
        sound &= Whole(table, Women, out var women);
        sound &= Whole(table, Turnout, out var turnout);
        sound &= Whole(table, TurnoutMen, out var turnoutMen);
        sound &= Whole(table, TurnoutWomen, out var turnoutWomen);
        if (!sound) return null;

        var negative = FlagNegative(table, voters, men, women, turnout, turnoutMen, turnoutWomen);
        voters ??= Sum(men, women);
        turnout ??= Sum(turnoutMen, turnoutWomen);
        FlagVoters(table, voters, men, women, negative);
        FlagTurnout(table, voters, turnout, turnoutMen, turnoutWomen);
        return new ParsedVoters(table.Row, code, voters, men, women, turnout, turnoutMen, turnoutWomen);
    }

    // -1 is what published lists write where they know nothing: it is a figure, if a wrong one. A dash alone is none.
    private static bool Whole(TableReader table, TableColumn column, out int? number)
    {
        number = null;
        var cell = table[column];
        if (cell.IsBlank || cell.Text is "-" or "–") return true;
        number = cell.Count();
        if (number is null && cell.Kind != CellKind.Date
            && int.TryParse(cell.Text.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed))
            number = signed;
        if (number is not null) return true;
        table.Found(column, ImportFindings.NotWholeNumber);
        return false;
    }

    private static bool FlagNegative(TableReader table, params ReadOnlySpan<int?> numbers)
    {
        TableColumn[] columns = [Voters, Men, Women, Turnout, TurnoutMen, TurnoutWomen];
        var any = false;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is not < 0) continue;
            table.Found(columns[i], ImportFindings.NumberNegative);
            any = true;
        }

        return any;
    }

    private static void FlagVoters(TableReader table, int? voters, int? men, int? women, bool negative)
    {
        var column = table.Has(Voters) ? Voters : Men;
        if (voters is null)
        {
            if (!negative) table.Found(column, ImportFindings.VotersBlank);
        }
        else if (voters == 0)
        {
            table.Found(column, ImportFindings.VotersZero);
        }

        if (voters >= 0 && Sum(men, women) is { } sum && sum != voters)
            table.Found(column, ImportFindings.VotersSum, Text(men!.Value), Text(women!.Value), Text(sum));
    }

    private static void FlagTurnout(TableReader table, int? voters, int? turnout, int? men, int? women)
    {
        var column = table.Has(Turnout) ? Turnout : TurnoutMen;
        if (turnout >= 0 && Sum(men, women) is { } sum && sum != turnout)
            table.Found(column, ImportFindings.TurnoutSum, Text(men!.Value), Text(women!.Value), Text(sum));
        if (voters is not >= 0 || turnout is not { } came || came <= voters) return;
        var most = (int)((long)voters.Value * 110 / 100);
        table.Found(
            column, (long)came * 100 > (long)voters.Value * 110 ? ImportFindings.TurnoutOver110 : ImportFindings.TurnoutOverVoters, Text(voters.Value), Text(most));
    }

    private static int? Sum(int? men, int? women) => men is >= 0 && women is >= 0 ? (int)Math.Min(int.MaxValue, (long)men.Value + women.Value) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
