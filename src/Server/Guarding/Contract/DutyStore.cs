using System.Globalization;
using TigaPilar.Server.Guarding.Duty;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Contract;

/// <summary>Adds lists of those who help from within the program.</summary>
public static class DutyStore
{
    private static readonly string[] Names = ["Jaya", "Tirta", "Guntur", "Satya", "Yudha", "Panji", "Lesmana", "Bagas"];

    /// <summary>Drafts with a handful of people who do not exist, on numbers that nobody has.</summary>
    public static void AddSample(Database database, int election, string kabupaten)
    {
        Add(DutyKind.Tni, 6, ["Serda", "Kopda", "Praka"], "Koramil Pasirian", ["Polsek Pasirian", "PPK Pasirian", "Gudang logistik KPU"], "H-1 sampai H+1", "3100000{0:D2}");
        Add(DutyKind.SatpolPp, 5, ["II/c", "II/d", "III/a"], "Satpol PP", ["Patroli Kec. Pasirian", "Patroli Kec. Tempeh"], "H-3 sampai H, 20.00–04.00", "1985010120100100{0:D2}");

        void Add(DutyKind kind, int count, string[] ranks, string unit, string[] places, string time, string number)
        {
            var roll = new DutyRoll { Id = OrderedId.New(), Kind = kind, ElectionId = election, AreaCode = kabupaten, Revision = 1 };
            database.Add(roll);
            for (var i = 0; i < count; i++)
            {
                database.Add(new DutyMember
                {
                    Id = OrderedId.New(), RollId = roll.Id, Name = $"{Names[(i + (int)kind * 3) % Names.Length]} Contoh", Rank = ranks[i % ranks.Length],
                    ServiceNumber = string.Format(CultureInfo.InvariantCulture, number, i + 1), Unit = unit, Place = places[i % places.Length], Time = time,
                    Phone = i % 3 == 2 ? null : string.Create(CultureInfo.InvariantCulture, $"080000030{(int)kind}{i}"),
                });
            }
        }
    }
}
