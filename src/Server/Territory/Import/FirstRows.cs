using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>In which row each code stood first: 24 bytes a row, where the codes as text would take four times that.</summary>
internal sealed class FirstRows
{
    private readonly Dictionary<ulong, int> _rows = [];

    /// <summary>False after telling that the code stood before.</summary>
    public bool Add(TableReader table, TableColumn column, string code)
    {
        if (_rows.TryAdd(CodeText.Packed(code), table.Row)) return true;
        table.Found(column, ImportFindings.Repeated, code, _rows[CodeText.Packed(code)].ToString(CultureInfo.InvariantCulture));
        return false;
    }
}
