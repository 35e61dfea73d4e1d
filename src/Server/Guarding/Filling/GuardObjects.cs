using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>
/// Objects that are guarded beside the stations: the KPU office, a PPK's store. The Polres adds one to a Polsek's sheet as a
/// group without stations, so that it is filled, checked, signed and printed like the others.
/// </summary>
internal sealed class GuardObjects(Database database, OpenSheet open)
{
    public const int LongestName = 120;
    public const int LongestHours = 80;
    public const int MostOfficers = 500;

    /// <summary>Null when added, else the key of what hinders it.</summary>
    public Task<string?> AddAsync(Guid plan, Guid sheet, Form form, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.object", async (found, _) =>
        {
            var (name, hours) = (form.Name?.Trim() ?? "", form.Hours?.Trim() ?? "");
            if (!found.IsOpen) return "SheetClosed";
            if (name.Length is 0 or > LongestName) return "ObjectName";
            if (hours.Length is 0 or > LongestHours) return "ObjectHours";
            if (form.Officers is not (>= 1 and <= MostOfficers)) return "ObjectOfficers";
            var own = await database.Set<PlanGroup>().AsNoTracking().Where(g => g.SheetId == sheet).ToListAsync(cancel);
            var place = own.Find(g => AreaCode.KecamatanOf(g.VillageCode) == form.Kecamatan)?.VillageCode;
            if (place is null) return "ObjectKecamatan";
            var last = await database.Set<PlanGroup>().Where(g => g.PlanId == plan).MaxAsync(g => g.Number, cancel);
            database.Add(new PlanGroup
            {
                PlanId = plan, Number = last + 1, SheetId = sheet, Pattern = StationClass.Khusus, Officers = form.Officers.Value, Stations = 0, VillageCode = place,
                Site = name, Hours = hours,
            });
            found.Version++;
            return null;
        }, whole: true, cancel);

    /// <summary>Takes an object away again; who was named for it stands in reserve.</summary>
    public Task<string?> RemoveAsync(Guid plan, Guid sheet, int number, CancellationToken cancel) =>
        open.ChangeAsync(plan, sheet, "guardsheet.object", async (found, _) =>
        {
            if (!found.IsOpen) return "SheetClosed";
            var group = await database.Set<PlanGroup>().SingleOrDefaultAsync(g => g.PlanId == plan && g.SheetId == sheet && g.Number == number && g.Site != null, cancel);
            if (group is null) return "GroupUnknown";
            foreach (var man in await database.Set<GuardOfficer>().Where(o => o.PlanId == plan && o.Group == number).ToListAsync(cancel))
                (man.Part, man.Group) = (OfficerPart.Reserve, null);
            database.Remove(group);
            found.Version++;
            return null;
        }, whole: true, cancel);

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Hours { get; set; }

        public int? Officers { get; set; }

        public string? Kecamatan { get; set; }

        /// <summary>Of the object to be taken away.</summary>
        public int? Number { get; set; }
    }
}
