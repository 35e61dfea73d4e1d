using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Guarding;

/// <summary>A point of the drawing, in its whole units.</summary>
internal readonly record struct MapPoint(int X, int Y);

/// <summary>
/// Where the kabupaten lies in the drawing: a plate carrée with the longitudes shrunk to the middle latitude, which at
/// the size of a kabupaten cannot be told from any finer projection. Whole units keep the page small; the long side has
/// <see cref="LongSide"/> of them, finer than a printer's dot on A4.
/// </summary>
internal sealed class MapFrame
{
    /// <summary>Units left free around a map of points, whose land reaches this far beyond them.</summary>
    public const int PadAroundPoints = 180;

    private const int LongSide = 4000;

    /// <summary>Units below the land for the scale.</summary>
    private const int ScaleBand = 90;

    private const double MetresPerDegree = GeoPoint.EarthRadiusMetres * Math.PI / 180;

    private readonly double _west;
    private readonly double _north;
    private readonly double _unitsPerDegreeLng;
    private readonly double _unitsPerDegreeLat;

    public MapFrame(PlanPageModel model)
    {
        double south = 90, north = -90, west = 180, east = -180;
        void Take(GeoPoint p)
        {
            south = Math.Min(south, p.Latitude);
            north = Math.Max(north, p.Latitude);
            west = Math.Min(west, p.Longitude);
            east = Math.Max(east, p.Longitude);
        }

        foreach (var station in model.Stations) Take(station.Position);
        foreach (var village in model.Villages)
        {
            if (village.Centroid is { } centroid) Take(centroid);
        }

        foreach (var boundary in model.Boundaries)
        {
            foreach (var ring in boundary.Rings)
            {
                foreach (var point in ring) Take(point);
            }
        }

        IsEmpty = south > north;
        if (IsEmpty) (south, north, west, east) = (0, 1, 0, 1);

        double middle = Math.Cos((south + north) / 2 * Math.PI / 180);
        // A plan of one village still gets some land around it.
        double high = Math.Max(north - south, 0.02), wide = Math.Max((east - west) * middle, 0.02);
        double scale = LongSide / Math.Max(high, wide);
        _unitsPerDegreeLat = scale;
        _unitsPerDegreeLng = scale * middle;
        UnitsPerKilometre = scale / MetresPerDegree * 1000;
        int pad = model.Boundaries.IsEmpty ? PadAroundPoints : 50;
        Width = (int)(wide * scale) + 2 * pad;
        Height = (int)(high * scale) + 2 * pad + ScaleBand;
        _west = west - pad / _unitsPerDegreeLng - (wide / middle - (east - west)) / 2;
        _north = north + pad / _unitsPerDegreeLat + (high - (north - south)) / 2;
    }

    /// <summary>Whether nothing at all has a position.</summary>
    public bool IsEmpty { get; }

    public int Width { get; }

    public int Height { get; }

    public double UnitsPerKilometre { get; }

    public MapPoint At(GeoPoint p) => new(
        (int)Math.Round((p.Longitude - _west) * _unitsPerDegreeLng),
        (int)Math.Round((_north - p.Latitude) * _unitsPerDegreeLat));
}
