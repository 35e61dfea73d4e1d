using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;
using static TigaPilar.Server.Guarding.IndonesianText;

namespace TigaPilar.Server.Guarding;

/// <summary>
/// The map: land, stations by class, each group as a star around its centre, names of kecamatan, what lacks, and a scale.
/// Marks are dots of strokes that do not scale, a whole class in one path, so that 15,000 stations stay a small drawing
/// that is readable on a phone and on paper alike. Classes differ by shape; red says 'kurang' and nothing else.
/// </summary>
internal sealed class PlanMap
{
    /// <summary>Units a pixel covers where the map is about 800 px wide, and where it is a phone's 360 px.</summary>
    private const double WideUnits = 4000.0 / 800, NarrowUnits = 4000.0 / 360;

    /// <summary>Past this many villages their 'kurang' labels would hide the map; the tint alone then says where.</summary>
    private const int MostShortageLabels = 30;

    private readonly PlanPageModel _model;
    private readonly PlanSums _sums;
    private readonly MapFrame _frame;
    private readonly MapPoint[] _stations;
    private readonly MapPoint?[] _firstStation;
    private readonly Dictionary<int, int> _missingOfVillage = [];

    public PlanMap(PlanPageModel model, PlanSums sums)
    {
        _model = model;
        _sums = sums;
        _frame = new MapFrame(model);
        _stations = [.. model.Stations.Select(s => _frame.At(s.Position))];
        _firstStation = new MapPoint?[model.Villages.Length];
        for (int i = 0; i < _stations.Length; i++) _firstStation[model.Stations[i].Village] ??= _stations[i];
        foreach (var shortage in model.Forces?.LinmasShortages ?? [])
        {
            if (sums.VillageOfCode.TryGetValue(shortage.Code, out int village))
                _missingOfVillage[village] = shortage.Missing;
        }
    }

    public void Write(HtmlOut html)
    {
        html.Write($"""<figure class="map" id="peta" aria-label="Peta">""");
        if (_frame.IsEmpty)
        {
            html.Write($"""<p class="none">Belum ada TPS yang dapat digambar.</p></figure>""");
            return;
        }

        html.Write($"""<svg viewBox="0 0 {_frame.Width} {_frame.Height}" role="img" aria-labelledby="peta-j peta-d">""");
        html.Write($"""<title id="peta-j">Peta {_model.KabupatenName}: {PlanAnswer.Needs(_sums)}</title>""");
        html.Write($"""<desc id="peta-d">Tiap kelompok digambar sebagai bintang: garis lurus dari TPS pusat ke TPS lain. {PlanAnswer.Shortage(_model, _sums)} Isi yang sama ada di daftar kelompok.</desc>""");
        if (_model.Boundaries.IsEmpty) WriteVillagesAsPoints(html);
        else WriteVillagesAsShapes(html);
        WriteGroups(html);
        WriteStations(html);
        int bar = ScaleBarKilometres();
        html.Write($"""<path class="bar" d="M60 {_frame.Height - 70}v24h{(int)(bar * _frame.UnitsPerKilometre)}v-24"/>""");
        WriteNames(html, "w", WideUnits, size: 11.5);
        WriteNames(html, "n", NarrowUnits, size: 10);
        html.Write($"</svg>");
        WriteLegend(html);
        html.Write($"</figure>");
    }

    private static void WritePath(HtmlOut html, string cssClass, MapPath path)
    {
        if (!path.IsEmpty) html.Write($"""<path class="{cssClass}" d="{new Markup(path.ToString())}"/>""");
    }

    // Without shapes the land of a kecamatan is the hull of its villages, widened by about half the way to a neighbour.
    private void WriteVillagesAsPoints(HtmlOut html)
    {
        var ofKecamatan = new List<MapPoint>[_model.Kecamatan.Length];
        for (int k = 0; k < ofKecamatan.Length; k++) ofKecamatan[k] = [];
        var villages = new MapPath();
        var lacking = new MapPath();
        for (int i = 0; i < _model.Villages.Length; i++)
        {
            if (PlaceOfVillage(i) is not { } at) continue;
            ofKecamatan[_model.Villages[i].Kecamatan].Add(at);
            if (_missingOfVillage.ContainsKey(i)) lacking.Dot(at);
            else villages.Dot(at);
        }

        var land = new MapPath();
        foreach (var points in ofKecamatan)
        {
            if (points.Count > 0) AddHull(land, points);
        }

        int wide = (int)(1.3 * Math.Sqrt((double)_frame.Width * _frame.Height / Math.Max(1, _model.Villages.Length)));
        wide = Math.Min(wide, 2 * MapFrame.PadAroundPoints - 20);
        var hulls = new Markup(land.ToString());
        html.Write($"""<g class="land"><path stroke-width="{wide + 12}" d="{hulls}"/><path stroke-width="{wide}" d="{hulls}"/></g>""");
        WritePath(html, "village", villages);
        WritePath(html, "village lack", lacking);
    }

    // Andrew's monotone chain.
    private static void AddHull(MapPath path, List<MapPoint> points)
    {
        points.Sort((a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<MapPoint>();
        foreach (bool back in (ReadOnlySpan<bool>)[false, true])
        {
            int floor = hull.Count + 1;
            for (int i = 0; i < points.Count; i++)
            {
                var point = points[back ? points.Count - 1 - i : i];
                while (hull.Count > floor && Turn(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
        }

        path.Dot(hull[0]).Move(hull[0]);
        foreach (var point in hull) path.Line(point);
        path.Close(hull[0]);
    }

    private static long Turn(MapPoint a, MapPoint b, MapPoint c) =>
        (long)(b.X - a.X) * (c.Y - a.Y) - (long)(b.Y - a.Y) * (c.X - a.X);

    private void WriteVillagesAsShapes(HtmlOut html)
    {
        var shapes = new MapPath();
        var lacking = new MapPath();
        foreach (var boundary in _model.Boundaries)
        {
            bool lacks = _sums.VillageOfCode.TryGetValue(boundary.VillageCode, out int village)
                && _missingOfVillage.ContainsKey(village);
            foreach (var ring in boundary.Rings) AddRing(lacks ? lacking : shapes, ring.AsSpan());
        }

        WritePath(html, "shape", shapes);
        WritePath(html, "shape lack", lacking);
    }

    // Points closer than one pixel of a wide screen are left out.
    private void AddRing(MapPath path, ReadOnlySpan<GeoPoint> ring)
    {
        if (ring.Length < 3) return;
        var start = _frame.At(ring[0]);
        var last = start;
        path.Move(start);
        foreach (var point in ring[1..^1])
        {
            var at = _frame.At(point);
            if (Math.Abs(at.X - last.X) + Math.Abs(at.Y - last.Y) < 7) continue;
            path.Line(at);
            last = at;
        }

        path.Close(start);
    }

    // One path a group, in the order of the groups: the script finds a group's path by its place in this list.
    private void WriteGroups(HtmlOut html)
    {
        html.Write($"""<g class="links" id="garis">""");
        foreach (var group in _model.Groups)
        {
            var centre = _stations[group.Medoid];
            var path = new MapPath().Move(centre);
            foreach (int station in group.Stations)
            {
                if (station == group.Medoid) continue;
                path.Line(_stations[station]).Move(centre);
            }

            html.Write($"""<path d="{new Markup(path.ToString())}"/>""");
        }

        html.Write($"</g>");
    }

    private void WriteStations(HtmlOut html)
    {
        var byClass = new MapPath[4];
        for (int i = 0; i < byClass.Length; i++) byClass[i] = new MapPath();
        for (int i = 0; i < _stations.Length; i++)
        {
            var kind = _model.Stations[i].Class;
            if (kind == StationClass.SangatRawan) byClass[(int)kind].Diamond(_stations[i], half: 12);
            else byClass[(int)kind].Dot(_stations[i]);
        }

        WritePath(html, "c0", byClass[(int)StationClass.KurangRawan]);
        // Centres lie under the marks of the higher classes, so that the class of a centre still shows.
        WriteCentres(html);
        WritePath(html, "c1", byClass[(int)StationClass.Rawan]);
        WritePath(html, "c1 in", byClass[(int)StationClass.Rawan]);
        WritePath(html, "c2", byClass[(int)StationClass.SangatRawan]);
        WritePath(html, "c3", byClass[(int)StationClass.Khusus]);
        WritePath(html, "c3 in", byClass[(int)StationClass.Khusus]);
    }

    // A group of one station has no star; its station alone stands for it, and a centre on top would hide the class.
    private void WriteCentres(HtmlOut html)
    {
        var filled = new MapPath();
        var lacking = new MapPath();
        foreach (var group in _model.Groups)
        {
            if (group.OfficersMissing > 0) lacking.Dot(_stations[group.Medoid]);
            else if (group.Stations.Length > 1) filled.Dot(_stations[group.Medoid]);
        }

        WritePath(html, "m-edge", filled);
        WritePath(html, "m", filled);
        WritePath(html, "x-edge", lacking);
        WritePath(html, "x", lacking);
    }

    private void WriteNames(HtmlOut html, string cssClass, double unitsPerPixel, double size)
    {
        int type = (int)(size * unitsPerPixel);
        MapPoint[] centres = [.. _model.Groups.Where(g => g.Stations.Length > 1).Select(g => _stations[g.Medoid])];
        var labels = new MapLabels(_frame, centres);
        var shortages = _missingOfVillage.Count > MostShortageLabels ? [] : labels.Place(
            from village in _missingOfVillage
            let at = PlaceOfVillage(village.Key)
            where at is not null
            select new MapLabel(
                "kurang " + Number(village.Value), at.Value with { Y = at.Value.Y - type }, village.Value),
            type);
        var names = labels.Place(KecamatanNames(), type);
        html.Write($"""<g class="names {cssClass}" font-size="{type}" aria-hidden="true">""");
        foreach (var label in names)
            html.Write($"""<text x="{label.At.X}" y="{label.At.Y}">{label.Text}</text>""");
        foreach (var label in shortages)
            html.Write($"""<text class="lack" x="{label.At.X}" y="{label.At.Y}">{label.Text}</text>""");
        int afterBar = 80 + (int)(ScaleBarKilometres() * _frame.UnitsPerKilometre);
        html.Write($"""<text class="bar" x="{afterBar}" y="{_frame.Height - 56}">{Number(ScaleBarKilometres())} km · utara di atas</text>""");
        if (_model.IsSample)
            html.Write($"""<text class="end" x="{_frame.Width - 50}" y="{_frame.Height - 56}">Data contoh</text>""");
        html.Write($"</g>");
    }

    private IEnumerable<MapLabel> KecamatanNames()
    {
        var sums = new (long X, long Y, int Count)[_model.Kecamatan.Length];
        for (int i = 0; i < _stations.Length; i++)
        {
            ref var sum = ref sums[_model.Villages[_model.Stations[i].Village].Kecamatan];
            sum = (sum.X + _stations[i].X, sum.Y + _stations[i].Y, sum.Count + 1);
        }

        for (int k = 0; k < sums.Length; k++)
        {
            var (x, y, count) = sums[k];
            if (count == 0) continue;
            yield return new MapLabel(_model.Kecamatan[k].Name, new MapPoint((int)(x / count), (int)(y / count)), count);
        }
    }

    private MapPoint? PlaceOfVillage(int village) =>
        _model.Villages[village].Centroid is { } centroid ? _frame.At(centroid) : _firstStation[village];

    private void WriteLegend(HtmlOut html)
    {
        html.Write($"""<figcaption class="legend"><span class="key"><i class="k-m"></i>TPS pusat kelompok</span>""");
        foreach (var kind in Enum.GetValues<StationClass>())
        {
            if (_model.Stations.Any(s => s.Class == kind))
                html.Write($"""<span class="key">{PlanTables.ClassSign(kind)}TPS {Class(kind)}</span>""");
        }

        if (_sums.GroupsNotFilled > 0)
            html.Write($"""<span class="key"><i class="k-x"></i>kelompok belum terisi penuh</span>""");
        if (_missingOfVillage.Count > 0)
            html.Write($"""<span class="key"><i class="k-l"></i>kurang Linmas</span>""");

        html.Write($"</figcaption>");
    }

    private int ScaleBarKilometres()
    {
        double wanted = _frame.Width / 5.0 / _frame.UnitsPerKilometre;
        int bar = 1;
        foreach (int step in (ReadOnlySpan<int>)[1, 2, 5, 10, 20, 50, 100, 200])
        {
            if (step <= wanted) bar = step;
        }

        return bar;
    }
}
