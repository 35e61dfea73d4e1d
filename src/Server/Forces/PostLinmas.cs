using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>Says at which station and gate each stands: one by one, or all that are free in order at one press.</summary>
internal sealed class PostLinmas(Database database, RollWriter writer)
{
    /// <summary>Fills the free places in the order of the stations with those who have none, in the order of their naming.</summary>
    public async Task<string?> ShareAsync(int? election, string village, string? reason, CancellationToken cancel)
    {
        if (!await writer.MayAsync(village) || election is not { } id) return "NotYours";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roll = await writer.TakeAsync(election, village, cancel);
        if (RollWriter.Obstacle(roll, reason) is { } obstacle) return obstacle;
        var stations = await StationCodes.CodesAsync(database, id, AreaSet.Of(village), cancel);
        var posted = await OfVillage(id, village).ToListAsync(cancel);
        var taken = posted.Select(p => (p.StationCode, p.Gate)).ToHashSet();
        var placed = posted.Select(p => p.MemberId).ToHashSet();
        var free = (await database.Set<LinmasMember>().AsNoTracking()
            .Where(m => m.VillageCode == village && m.State == LinmasState.Active && m.IsStationGuard).ToListAsync(cancel))
            .Where(m => !placed.Contains(m.Id)).OrderBy(m => m.Id).ToList();
        var places = stations.SelectMany(s => Enum.GetValues<LinmasGate>().Select(g => (Station: s, Gate: g))).Where(p => !taken.Contains(p)).ToList();
        if (free.Count == 0 || places.Count == 0) return "NothingToShare";
        var batch = Guid.CreateVersion7();
        foreach (var (place, member) in places.Zip(free))
            database.Add(new LinmasPosting { ElectionId = id, MemberId = member.Id, StationCode = place.Station, Gate = place.Gate, Batch = batch });
        return await EndAsync(transaction, roll, village, null, reason, Math.Min(free.Count, places.Count), cancel);
    }

    /// <summary>Takes back what the last press shared out; what was chosen by hand stays.</summary>
    public async Task<string?> UndoAsync(int? election, string village, string? reason, CancellationToken cancel)
    {
        if (!await writer.MayAsync(village) || election is not { } id) return "NotYours";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roll = await writer.TakeAsync(election, village, cancel);
        if (RollWriter.Obstacle(roll, reason) is { } obstacle) return obstacle;
        var shared = await OfVillage(id, village).Where(p => p.Batch != null).ToListAsync(cancel);
        if (shared.Count == 0) return "NothingToUndo";
        var last = shared.Max(p => p.Batch!.Value);
        var undone = shared.Where(p => p.Batch == last).ToList();
        database.RemoveRange(undone);
        return await EndAsync(transaction, roll, village, null, reason, undone.Count, cancel);
    }

    /// <summary>Puts one at a place, or, without a station, at none.</summary>
    public async Task<string?> PutAsync(int? election, string village, Guid member, Form form, CancellationToken cancel)
    {
        if (!await writer.MayAsync(village) || election is not { } id) return "NotYours";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roll = await writer.TakeAsync(election, village, cancel);
        if (RollWriter.Obstacle(roll, form.Reason) is { } obstacle) return obstacle;
        if (!await database.Set<LinmasMember>().AnyAsync(m => m.Id == member && m.VillageCode == village && m.State == LinmasState.Active, cancel)) return "NotYours";
        var present = await database.Set<LinmasPosting>().SingleOrDefaultAsync(p => p.ElectionId == id && p.MemberId == member, cancel);
        if (RollWriter.Words(form.Place) is not { } place)
        {
            if (present is not null) database.Remove(present);
            return await EndAsync(transaction, roll, village, member, form.Reason, 1, cancel);
        }

        if (Place(place) is not { } wanted) return "PlaceUnknown";
        var stations = await StationCodes.CodesAsync(database, id, AreaSet.Of(village), cancel);
        if (!stations.Contains(wanted.Station, StringComparer.Ordinal)) return "PlaceUnknown";
        if (await database.Set<LinmasPosting>().AnyAsync(
            p => p.ElectionId == id && p.StationCode == wanted.Station && p.Gate == wanted.Gate && p.MemberId != member, cancel)) return "PlaceTaken";
        if (present is null) database.Add(new LinmasPosting { ElectionId = id, MemberId = member, StationCode = wanted.Station, Gate = wanted.Gate });
        else (present.StationCode, present.Gate, present.Batch) = (wanted.Station, wanted.Gate, null);
        return await EndAsync(transaction, roll, village, member, form.Reason, 1, cancel);
    }

    /// <summary>A place as a form sends it: station and gate, 35.08.01.2001.001-1.</summary>
    public static string Key(string station, LinmasGate gate) => $"{station}-{gate:D}";

    private static (string Station, LinmasGate Gate)? Place(string key) =>
        key.Split('-') is [var station, var gate] && Enum.TryParse<LinmasGate>(gate, out var which) && Enum.IsDefined(which) ? (station, which) : null;

    private IQueryable<LinmasPosting> OfVillage(int election, string village) =>
        AreaSet.Of(village).Of(database.Set<LinmasPosting>().Where(p => p.ElectionId == election), p => p.StationCode);

    private async Task<string?> EndAsync(WriteTransaction transaction, LinmasRoll? roll, string village, Guid? member, string? reason, int count, CancellationToken cancel)
    {
        await writer.NoteAsync(roll, village, RollEvent.Posted, member, reason, count);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public string? Place { get; set; }

        public string? Reason { get; set; }
    }
}
