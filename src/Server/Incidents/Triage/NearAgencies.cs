using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>How an agency lies to a place.</summary>
public enum Nearness : byte
{
    /// <summary>All that it covers lies in the place's kecamatan.</summary>
    Here = 1,

    /// <summary>It covers the place and more, or no territory at all.</summary>
    Whole = 2,

    /// <summary>It covers other parts of the kabupaten.</summary>
    Elsewhere = 3,
}

/// <summary>An agency that may answer, beside a place.</summary>
/// <param name="Of">It.</param>
/// <param name="Nearness">How it lies.</param>
/// <param name="Kilometres">From the place to the middle of what it covers, in a straight line; only of those elsewhere, and where both positions are known.</param>
/// <param name="Open">How many incidents it has open: who has none is free.</param>
public sealed record NearAgency(ListedAgency Of, Nearness Nearness, double? Kilometres, int Open);

/// <summary>Who is near and free (C-11).</summary>
internal static class NearAgencies
{
    /// <summary>Agencies of the kabupaten that answer: those of the place's kecamatan, those over it, then the others from near to far.</summary>
    /// <param name="database">The database.</param>
    /// <param name="area">Where it is: a kabupaten, kecamatan or village.</param>
    /// <param name="latitude">Where exactly, in degrees, if that is known; else the middle of the area.</param>
    /// <param name="longitude">As <paramref name="latitude"/>.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<List<NearAgency>> OfAsync(Database database, string area, double? latitude, double? longitude, CancellationToken cancel)
    {
        var (kabupaten, kecamatan) = (AreaCode.KabupatenOf(area), area.Length >= 8 ? AreaCode.KecamatanOf(area) : null);
        var agencies = await SortReports.AnsweringAsync(database, kabupaten, cancel);
        var open = await IncidentBoard.BusyAsync(database, kabupaten, cancel);
        var centres = (await AreaQueries.VillageCentresAsync(database, kabupaten, cancel)).Where(v => v.Centre is not null).Select(v => (v.Code, At: v.Centre!.Value)).ToList();
        var place = latitude is { } lat && longitude is { } lng ? new GeoPoint(lat, lng) : Middle(AreaSet.Of(area));
        return
        [
            .. agencies.Select(a => Place(a)).OrderBy(a => a.Nearness).ThenBy(a => a.Kilometres ?? double.MaxValue).ThenBy(a => a.Of.Name, StringComparer.OrdinalIgnoreCase),
        ];

        NearAgency Place(ListedAgency agency)
        {
            var covers = AreaSet.Of(agency.Areas);
            // Of a report that names the kabupaten alone no kecamatan is nearer than another.
            var nearness = agency.Areas.IsEmpty || (covers.Contains(area) && !IsOf(kecamatan)) ? Nearness.Whole : IsOf(kecamatan) ? Nearness.Here : Nearness.Elsewhere;
            var away = nearness == Nearness.Elsewhere && kecamatan is not null && place is { } here && Middle(covers) is { } there ? here.MetresTo(there) / 1000 : (double?)null;
            return new NearAgency(agency, nearness, away, open.GetValueOrDefault(agency.Id));

            bool IsOf(string? near) => near is not null && agency.LiesIn(AreaSet.Of(near));
        }

        // A kecamatan is small enough for the mean of its villages' degrees.
        GeoPoint? Middle(AreaSet areas)
        {
            var within = centres.Where(c => areas.Contains(c.Code)).Select(c => c.At).ToList();
            return within.Count == 0 ? null : new GeoPoint(within.Average(c => c.Latitude), within.Average(c => c.Longitude));
        }
    }
}
