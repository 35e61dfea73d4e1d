using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>A table whose rows are parsed one by one as they are asked for, once.</summary>
public sealed class ImportedTable<T> : IDisposable
    where T : class
{
    private readonly TableReader _table;
    private readonly Func<T?> _parse;

    internal ImportedTable(TableReader table, Func<T?> parse)
    {
        _table = table;
        _parse = parse;
    }

    /// <summary>How the header was understood.</summary>
    public TableColumns Columns => _table.Columns;

    /// <summary>Sound and flagged rows; a row that is refused has been told of and is left out.</summary>
    public IEnumerable<T> Rows()
    {
        while (_table.Read())
            if (_parse() is { } row)
                yield return row;
    }

    public void Dispose() => _table.Dispose();
}
