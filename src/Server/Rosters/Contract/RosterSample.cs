using System.Globalization;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters.Contract;

/// <summary>The sample's posko round the clock, with one night that nobody has, and the night duty of a Polsek.</summary>
public static class RosterSample
{
    /// <summary>Adds them within the caller's transaction, and saves. Names and numbers are made up.</summary>
    public static async Task AddAsync(Database database, OfficeClock clock, string kabupaten, string kecamatan, CancellationToken cancel)
    {
        var offices = (await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), clock.Today, cancel)).All.ToList();
        var first = clock.Today.AddDays(-2);
        var posko = Add("Posko Desk 24 jam", kabupaten, Office("Kabag Tata Pemerintahan").AgencyId, desk: true, round: true, first, clock.Today.AddDays(11));
        // By turns: two of the Desk by day, two of the forces by night.
        (string Officer, string Standby)[] day = [("Kabag Tata Pemerintahan", "Pasi Ops"), ("Kepala Satpol PP", "Kabag Ops")], night = [("Kabag Ops", "Kepala Satpol PP"), ("Pasi Ops", "Kabag Tata Pemerintahan")];
        for (var n = 0; n < 14; n++)
        {
            foreach (var (part, (from, to)) in ShiftTimes.Parts(posko.DayBegins, 2).Index())
            {
                var shift = Shift(posko, first.AddDays(n), from, to);
                // Nobody has the night after next.
                if (part == 1 && n == 4) continue;
                var (officer, standby) = (part == 0 ? day : night)[n % 2];
                var post = Post(shift, "Perwira piket", Office(officer).OfficeId, null, Number(100 + n % 2 + 2 * part));
                if (shift.StartsAt <= clock.Now) (post.AcknowledgedAt, post.AcknowledgedBy) = (shift.StartsAt.AddMinutes(-20), $"{Office(officer).Holder}, {Office(officer).Name}");
                Post(shift, "Operator", null, part == 0 ? "Kenanga Contoh" : "Mahesa Contoh", Number(200 + part));
                Post(shift, "Perwira pengendali", Office(standby).OfficeId, null, Number(400 + n % 2 + 2 * part)).IsStandby = true;
            }
        }

        var kapolsek = offices.First(o => o.Title == "Kapolsek" && o.AreaCode == kecamatan);
        var polsek = Add($"Piket malam {kapolsek.Agency}", kecamatan, kapolsek.AgencyId, desk: false, round: false, first, clock.Today.AddDays(11));
        foreach (var n in Enumerable.Range(0, 14))
        {
            var shift = Shift(polsek, first.AddDays(n), new TimeOnly(20, 0), new TimeOnly(6, 0));
            Post(shift, "Pawas", kapolsek.OfficeId, null, "081200000301");
            Post(shift, "Anggota jaga", null, n % 2 == 0 ? "Bripka Teguh Contoh" : "Bripka Seno Contoh", "081200000302");
        }

        await database.SaveChangesAsync(cancel);

        // As many digits as a real one, and nobody's.
        static string Number(int last) => string.Create(CultureInfo.InvariantCulture, $"081200000{last}");
        Addressee Office(string title) => offices.First(o => o.Title == title && o.Level == OfficeLevel.Kabupaten);

        Roster Add(string name, string area, Guid agency, bool desk, bool round, DateOnly from, DateOnly to)
        {
            var roster = new Roster { Id = OrderedId.New(), Name = name, AreaCode = area, AgencyId = agency, IsDesk = desk, RoundTheClock = round, DayBegins = new TimeOnly(6, 0), From = from, To = to };
            database.Add(roster);
            return roster;
        }

        DutyShift Shift(Roster roster, DateOnly on, TimeOnly from, TimeOnly to)
        {
            var (start, end) = ShiftTimes.Of(on, from, to, clock.Zone);
            var shift = new DutyShift { Id = OrderedId.New(), RosterId = roster.Id, StartsAt = start, EndsAt = end };
            database.Add(shift);
            return shift;
        }

        DutyPost Post(DutyShift shift, string role, Guid? office, string? name, string? phone)
        {
            var post = new DutyPost { Id = OrderedId.New(), ShiftId = shift.Id, Role = role, OfficeId = office, Name = name, Phone = phone };
            database.Add(post);
            return post;
        }
    }
}
