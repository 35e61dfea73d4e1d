namespace TigaPilar.Server.Guarding;

/// <summary>A name on the map and the point it belongs to.</summary>
/// <param name="Text">The name.</param>
/// <param name="At">Its point; the text is centred near it.</param>
/// <param name="Weight">Names with more weight choose their place first.</param>
internal readonly record struct MapLabel(string Text, MapPoint At, int Weight);

/// <summary>
/// Places names so that none covers another: the heaviest first, each on the free place nearest to its point that hides
/// the fewest group centres. A name for which no place is free is left out; the table names every kecamatan anyway.
/// </summary>
internal sealed class MapLabels(MapFrame frame, IReadOnlyList<MapPoint> keepVisible)
{
    /// <summary>Width of an average letter of the page's typeface as a share of its size.</summary>
    private const double LetterWidth = 0.56;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>The label with the middle of its place, for type of a height of <paramref name="size"/> units.</summary>
    public List<MapLabel> Place(IEnumerable<MapLabel> labels, int size)
    {
        var placed = new List<MapLabel>();
        foreach (var label in labels.OrderByDescending(l => l.Weight).ThenBy(l => l.Text, StringComparer.Ordinal))
        {
            double halfWidth = label.Text.Length * LetterWidth * size / 2 + size * 0.25, halfHeight = size * 0.7;
            double best = double.MaxValue;
            MapPoint place = default;
            for (int dy = -6; dy <= 6; dy++)
            {
                for (int dx = -3; dx <= 3; dx++)
                {
                    double x = label.At.X + dx * size * 0.9, y = label.At.Y + dy * size * 0.6;
                    var box = (Left: x - halfWidth, Top: y - halfHeight, Right: x + halfWidth, Bottom: y + halfHeight);
                    if (box.Left < 0 || box.Top < 0 || box.Right > frame.Width || box.Bottom > frame.Height) continue;
                    if (_taken.Exists(t =>
                        t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom)) continue;
                    int hidden = 0;
                    foreach (var point in keepVisible)
                    {
                        if (point.X > box.Left && point.X < box.Right && point.Y > box.Top && point.Y < box.Bottom)
                            hidden++;
                    }

                    double cost = hidden * 1.5 + Math.Sqrt(dx * dx * 0.8 + dy * dy * 0.36);
                    if (cost >= best) continue;
                    best = cost;
                    place = new MapPoint((int)x, (int)y);
                }
            }

            if (best == double.MaxValue) continue;
            _taken.Add((place.X - halfWidth, place.Y - halfHeight, place.X + halfWidth, place.Y + halfHeight));
            placed.Add(label with { At = place });
        }

        return placed;
    }
}
