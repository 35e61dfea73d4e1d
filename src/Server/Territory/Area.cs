using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>A place of the administrative tree; its code says what it lies in.</summary>
public sealed class Area
{
    /// <summary>Kemendagri code: 35, 35.08, 35.08.01 or 35.08.01.2001.</summary>
    public required string Code { get; init; }

    /// <summary>Null where no list names it: shown as 'belum bernama (kode)'.</summary>
    public string? Name { get; set; }

    public required AreaKind Kind { get; set; }

    /// <summary>Of its centre, degrees; both or none.</summary>
    public double? Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; set; }
}

/// <summary>The outline of an area.</summary>
public sealed class AreaBoundary
{
    public required string AreaCode { get; init; }

    /// <summary>The rings as GeoJSON <c>coordinates</c> of a MultiPolygon, lng before lat, at most 6 decimals.</summary>
    public required string Rings { get; set; }

    public required double West { get; set; }

    public required double South { get; set; }

    public required double East { get; set; }

    public required double North { get; set; }

    /// <summary>A point inside the outline for its name.</summary>
    public required double LabelLatitude { get; set; }

    /// <inheritdoc cref="LabelLatitude"/>
    public required double LabelLongitude { get; set; }
}
