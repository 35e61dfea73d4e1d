using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>Changes one station: what was surveyed, where it moved, into which it was merged.</summary>
internal sealed class ChangeStation(Database database, CurrentReader current, AuditLog audit)
{
    /// <summary>Null when done, else the key of the text that says what is wrong. Nothing is changed then.</summary>
    public async Task<string?> RunAsync(int election, string code, Form form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (!reader.AreasOf(TerritoryPermissions.WriteStations).Contains(code)) return "NotYours";
        if (!Degrees(form.Latitude, out var latitude) || !Degrees(form.Longitude, out var longitude)) return "BadDegrees";
        if (latitude is null != longitude is null) return "HalfPosition";
        if (latitude is { } lat && longitude is { } lng && !Coordinates.IsInIndonesia(lat, lng)) return "OutsideIndonesia";
        var place = string.IsNullOrWhiteSpace(form.Place) ? null : form.Place.Trim();
        if (place?.Length > 200) return "LongPlace";
        var into = string.IsNullOrWhiteSpace(form.MergedInto) ? null : form.MergedInto.Trim();
        if (form.State == StationState.Merged != into is not null) return "MergedNeedsTarget";

        await using var transaction = await database.BeginWriteAsync(cancel);
        var station = await database.Set<Station>().SingleOrDefaultAsync(s => s.ElectionId == election && s.Code == code, cancel);
        if (station is null) return "NotYours";
        if (into is not null && (into == code || !await database.Set<Station>().AnyAsync(
            s => s.ElectionId == election && s.Code == into && s.State != StationState.Merged, cancel)))
            return "UnknownTarget";
        (station.State, station.Place, station.Latitude, station.Longitude, station.MergedIntoCode) =
            (form.State, place, latitude, longitude, into);
        await audit.AddAsync("stations.change", string.Create(CultureInfo.InvariantCulture, $"{election}/{code}"), code,
            JsonSerializer.Serialize(new { state = form.State.ToString(), moved = latitude is not null, into }), tell: TerritoryPermissions.ReadStations);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    // As typed by hand: a comma or a point, never a thousands mark.
    private static bool Degrees(string? text, out double? degrees)
    {
        degrees = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        degrees = Math.Round(number, 8);
        return true;
    }

    internal sealed class Form
    {
        public StationState State { get; set; } = StationState.Planned;

        public string? Place { get; set; }

        public string? Latitude { get; set; }

        public string? Longitude { get; set; }

        public string? MergedInto { get; set; }
    }
}
