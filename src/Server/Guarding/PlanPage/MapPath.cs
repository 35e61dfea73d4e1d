using System.Globalization;
using System.Text;

namespace TigaPilar.Server.Guarding;

/// <summary>Builds the data of an SVG path in relative whole units, the shortest that a path can be written.</summary>
internal sealed class MapPath
{
    private readonly StringBuilder _data = new();
    private MapPoint _at;

    public bool IsEmpty => _data.Length == 0;

    public MapPath Move(MapPoint to) => Step('m', to);

    public MapPath Line(MapPoint to) => Step('l', to);

    /// <summary>A dot: a line of one unit, which round or square caps of the stroke make visible.</summary>
    public MapPath Dot(MapPoint at)
    {
        Step('m', at);
        _data.Append("h1");
        _at = at with { X = at.X + 1 };
        return this;
    }

    /// <summary>A diamond around a point.</summary>
    public MapPath Diamond(MapPoint at, int half)
    {
        Step('m', at with { X = at.X - half });
        _data.Append(CultureInfo.InvariantCulture, $"l{half}-{half} {half} {half}-{half} {half}z");
        return this;
    }

    public MapPath Close(MapPoint ringStart)
    {
        _data.Append('z');
        _at = ringStart;
        return this;
    }

    public override string ToString() => _data.ToString();

    private MapPath Step(char command, MapPoint to)
    {
        // A leading relative move counts from the origin, so the first step needs no case of its own.
        int dx = to.X - _at.X, dy = to.Y - _at.Y;
        _data.Append(command).Append(CultureInfo.InvariantCulture, $"{dx}");
        if (dy >= 0) _data.Append(' ');
        _data.Append(CultureInfo.InvariantCulture, $"{dy}");
        _at = to;
        return this;
    }
}
