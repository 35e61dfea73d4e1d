using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>Something that stands on one page whole.</summary>
/// <param name="Height">In points.</param>
/// <param name="Draw">Draws it with its upper left corner at a place.</param>
internal sealed record Piece(float Height, Action<Ink, SKPoint> Draw)
{
    /// <summary>Stands on the same page as what follows, where that can be.</summary>
    public bool WithNext { get; init; }

    /// <summary>What stands above it where it is the first of a page.</summary>
    public Piece? Head { get; init; }

    /// <summary>Begins a page.</summary>
    public bool NewPage { get; init; }

    /// <summary>Nothing but room, which the end of a page swallows.</summary>
    public bool Room { get; init; }

    /// <summary>What it is, for the message when it is taller than a page.</summary>
    public string What { get; init; } = "";
}

/// <summary>A part of a paper: it says into which pieces it falls on an area of a given size.</summary>
public abstract record Block
{
    private protected Block()
    {
    }

    internal abstract IEnumerable<Piece> Pieces(SKSize area);
}

/// <summary>One piece of a paper, such as one row, is taller than a page.</summary>
public sealed class PieceTooTallException(string what)
    : InvalidOperationException($"Taller than a page, and never split: {what}");
