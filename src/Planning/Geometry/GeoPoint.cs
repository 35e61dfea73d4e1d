namespace TigaPilar.Planning.Geometry;

/// <summary>A place on the earth, in degrees of WGS84: latitude −90..90, longitude −180..180.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the earth in metres (IUGG R1), used for every distance.</summary>
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>
    /// Distances that differ by less are equal: a micrometre, far below what positions mean and far above what the
    /// last bits of two ways to compute one distance differ by.
    /// </summary>
    public const double EqualMetres = 1e-6;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Whether both coordinates are numbers within their ranges.</summary>
    public bool IsValid => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>Great-circle distance in metres by the haversine formula.</summary>
    public double MetresTo(GeoPoint other)
    {
        var sinLat = Math.Sin((other.Latitude - Latitude) * RadiansPerDegree / 2);
        var sinLng = Math.Sin((other.Longitude - Longitude) * RadiansPerDegree / 2);
        var h = sinLat * sinLat
            + Math.Cos(Latitude * RadiansPerDegree) * Math.Cos(other.Latitude * RadiansPerDegree) * sinLng * sinLng;
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>
    /// The point at <paramref name="metres"/> along <paramref name="bearingDegrees"/> (clockwise from north) in the
    /// plane that touches the sphere here: Δlat = d·cos b / R, Δlng = d·sin b / (R·cos lat).
    /// </summary>
    public GeoPoint Offset(double metres, double bearingDegrees)
    {
        var bearing = bearingDegrees * RadiansPerDegree;
        var dLat = metres * Math.Cos(bearing) / EarthRadiusMetres;
        var dLng = metres * Math.Sin(bearing) / (EarthRadiusMetres * Math.Cos(Latitude * RadiansPerDegree));
        return new GeoPoint(Latitude + dLat / RadiansPerDegree, Longitude + dLng / RadiansPerDegree);
    }
}
