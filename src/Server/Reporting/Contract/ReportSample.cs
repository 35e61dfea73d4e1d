using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting.Contract;

/// <summary>What the sample's kecamatan have reported.</summary>
public static class ReportSample
{
    private static readonly (EntryWeight Weight, string What, string Where, string Done)[] Events =
    [
        (EntryWeight.Attention, "Pohon tumbang menutup jalan desa", "Jalan Desa Sumberwuluh", "Dibersihkan warga bersama Babinsa dan Satpol PP; jalan sudah dapat dilalui."),
        (EntryWeight.Ordinary, "Kegiatan senam bersama, tertib", "Lapangan kecamatan", "Dijaga Linmas dan Bhabinkamtibmas."),
        (EntryWeight.Notable, "Jembatan darurat rusak karena banjir lahar", "Kali Regoyo, jalur ke dua TPS terpencil", "Jalur dialihkan; Dinas PU menilai kerusakan."),
        (EntryWeight.Ordinary, "Pencurian sepeda motor", "Halaman pasar", "Ditangani Polsek."),
    ];

    /// <summary>Adds schedules and reports within the caller's transaction, and saves.</summary>
    public static async Task AddAsync(Database database, OfficeClock clock, string kabupaten, CancellationToken cancel)
    {
        var groups = await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), clock.Today, cancel);
        Guid Agency(string title) => groups.All.First(o => o.Title == title).AgencyId;
        var desk = Agency("Kabag Tata Pemerintahan");
        var (now, today) = (clock.Now, clock.Today);
        await AddAsync(ReportLevel.Kecamatan, desk, "Laporan situasi kecamatan", "Bupati Lumajang");
        await AddAsync(ReportLevel.Agency, desk, "Laporan instansi", "Bupati Lumajang");
        await AddAsync(ReportLevel.Polsek, Agency("Kabag Ops"), "Laporan situasi Polsek", "Kapolres Lumajang");
        await database.SaveChangesAsync(cancel);

        async Task AddAsync(ReportLevel level, Guid receiver, string name, string addressee)
        {
            var schedule = new ReportSchedule { Id = OrderedId.New(), AreaCode = kabupaten, Level = level, ReceiverId = receiver, Name = name, Grace = ReportSchedule.DefaultGrace, Addressee = addressee, Closing = "Situasi aman dan kondusif." };
            schedule.Rhythms.Add(new() { ScheduleId = schedule.Id, ValidFrom = today.AddDays(-60), Content = SlotCalendar.Write(RhythmPresets.Of(level)), By = "Contoh", At = now.ToUniversalTime() });
            database.Add(schedule);
            var calendar = await SlotCalendar.ReadAsync(database, schedule, clock, cancel);
            if (calendar.LastBy(now.DateTime) is not { } slot) return;
            foreach (var (n, reporter) in (await ReportScope.ReportersAsync(database, schedule, cancel)).Index())
            {
                // Two are silent still, and one came late.
                if (n % 9 == 4) continue;
                var at = ReportBoard.DueAt(slot, clock).AddMinutes(n % 11 == 6 ? 52 : (n * 7 % 30) - 12).ToUniversalTime();
                if (at > now) continue;
                var (id, told) = (OrderedId.New(), n % 5 == 2);
                var happened = Events[n / 5 % Events.Length];
                database.Add(new SituationReport
                {
                    Id = id, ScheduleId = schedule.Id, AgencyId = reporter.Id, AreaCode = reporter.AreaCode, Day = slot.Day, Minute = slot.Minute, Version = 1, Key = $"{schedule.Id:N}/{slot.Code}/{reporter.Id:N}/1", Nihil = !told,
                    Situation = told ? "Situasi terkendali." : null, By = $"Petugas piket, {reporter.Name}", Via = n % 7 == 3 ? ReceivedBy.Telephone : ReceivedBy.Application, At = at,
                    Entries = told ? [new() { Id = OrderedId.New(), ReportId = id, Position = 0, Weight = happened.Weight, What = happened.What, Where = happened.Where, Done = happened.Done }] : [],
                });
                if (n % 4 != 0) continue;
                Plan(reporter, today, "Patroli bersama tiga pilar", n % 8 == 0 ? true : null);
                Plan(reporter, today.AddDays(1), "Sosialisasi netralitas di balai kecamatan", null);
            }

            void Plan(Reporter reporter, DateOnly day, string what, bool? carried) => database.Add(new DayPlan
            {
                Id = OrderedId.New(), ScheduleId = schedule.Id, AgencyId = reporter.Id, AreaCode = reporter.AreaCode, Day = day, What = what, Carried = carried, By = $"Petugas piket, {reporter.Name}", At = now.ToUniversalTime().AddDays(-1),
                ToldBy = carried is null ? null : $"Petugas piket, {reporter.Name}", ToldAt = carried is null ? null : now.ToUniversalTime(),
            });
        }
    }
}
