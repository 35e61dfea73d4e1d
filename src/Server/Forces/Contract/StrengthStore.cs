using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>Adds strength from within the program.</summary>
public static class StrengthStore
{
    /// <summary>
    /// Made-up numbers of Polsek around those that the press told: 79 Satpol PP on patrol, Linmas kurang lebih 5.858 (2018),
    /// 503 Polri and 300 TNI (2019).
    /// </summary>
    public static async Task AddSampleAsync(Database database, string kabupaten, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        var commands = (await JurisdictionAreas.CommandsAsync(database, cancel)).ToList();
        var polres = commands.Find(c => c.Kind == JurisdictionKind.Polres && c.Areas.Any(a => a == kabupaten)) ?? throw new InvalidOperationException("No Polres.");
        Add(ForceAgency.Polri, polres.Name, polres.Id, false, "Kabag Ops, Polres Lumajang", (ForceUse.Stations, 60, false), (ForceUse.Reserve, 40, false), (ForceUse.Mobile, 60, false), (ForceUse.Post, 24, false), (ForceUse.Objects, 25, false));
        // 294 in all: with the Polres' own 503.
        foreach (var (polsek, i) in commands.Where(c => c.Kind == JurisdictionKind.Polsek && c.Areas.All(a => a.StartsWith(kabupaten, StringComparison.Ordinal))).OrderBy(c => c.Areas[0], StringComparer.Ordinal).Select((c, i) => (c, i)))
            Add(ForceAgency.Polri, polsek.Name, polsek.Id, false, "Kabag Ops, Polres Lumajang", (ForceUse.Stations, 10 + i % 3 * 2, false), (ForceUse.Post, 2, false));
        var kodim = commands.Find(c => c.Kind == JurisdictionKind.Kodim && c.Areas.Any(a => a == kabupaten))!;
        var battalion = commands.Find(c => c.Kind == JurisdictionKind.Battalion)!;
        Add(ForceAgency.Tni, kodim.Name, kodim.Id, false, "Pasi Ops, Kodim 0821 Lumajang", (ForceUse.Lent, 200, false));
        Add(ForceAgency.Tni, battalion.Name, battalion.Id, true, "Pasi Ops, Kodim 0821 Lumajang", (ForceUse.Lent, 70, false), (ForceUse.Reserve, 30, false));
        Add(ForceAgency.SatpolPp, "Satpol PP Kabupaten Lumajang", null, false, "Kepala Satpol PP, Satpol PP Kabupaten Lumajang", (ForceUse.Patrol, 79, false));
        Add(ForceAgency.Linmas, "Satlinmas Kabupaten Lumajang", null, false, "Kepala Satpol PP, Satpol PP Kabupaten Lumajang", (ForceUse.Stations, 5858, true));

        void Add(ForceAgency agency, string name, Guid? command, bool roaming, string by, params (ForceUse Use, int Count, bool Approximate)[] figures)
        {
            var unit = new ForceUnit { Id = OrderedId.New(), Agency = agency, Name = name, AreaCode = kabupaten, CommandId = command, IsRoaming = roaming };
            database.Add(unit);
            foreach (var (use, count, approximate) in figures)
            {
                database.Add(new ForceFigure
                {
                    Id = OrderedId.New(), UnitId = unit.Id, Use = use, Count = count, IsApproximate = approximate, LentToId = use == ForceUse.Lent ? polres.Id : null,
                    HoldsOn = day, SaidBy = by, At = now,
                });
            }
        }
    }
}
