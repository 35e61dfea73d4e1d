namespace TigaPilar.Server.Shell.Tables;

/// <summary>Rows of cells one after another, whatever kind of file they come from.</summary>
internal abstract class TableSource : IDisposable
{
    /// <summary>Number of the current row as an editor or a spreadsheet shows it.</summary>
    public abstract int Row { get; }

    /// <summary>Number of cells in the current row.</summary>
    public abstract int Count { get; }

    /// <summary>True where a row with fewer cells than the header is sound, as in a spreadsheet.</summary>
    public abstract bool IsRagged { get; }

    /// <summary>A cell of the current row.</summary>
    public abstract TableCell this[int index] { get; }

    /// <summary>Whether a cell of the current row is blank, without making a text of it.</summary>
    public abstract bool IsBlank(int index);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="UnreadableFileException">The file is damaged from here on.</exception>
    public abstract bool Read();

    public abstract void Dispose();

    public IEnumerable<TableCell> Cells()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }
}
