using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Reporting;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Reporting;

namespace TigaPilar.Server.Tests.Access;

/// <summary>What either kabupaten reports. The other's police ask all levels, so that whoever is of there reads the word.</summary>
public partial class House
{
    public const string OtherSlot = "20260105-1000";

    public Guid OwnSchedule { get; private set; }

    public Guid OwnReport { get; private set; }

    public Guid OwnForm { get; } = Guid.CreateVersion7();

    public string OwnSlot { get; private set; } = "";

    public Guid OtherSchedule { get; } = Guid.CreateVersion7();

    public Guid OtherReport { get; } = Guid.CreateVersion7();

    public Guid OtherForm { get; } = Guid.CreateVersion7();

    private void AddReports(Database database, Guid agency)
    {
        var (now, today) = (TimeProvider.System.GetUtcNow(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var slot = ReportSlot.Parse(OtherSlot)!.Value;
        var schedule = new ReportSchedule { Id = OtherSchedule, AreaCode = OtherKabupaten, Level = ReportLevel.Kecamatan, ReceiverId = agency, Name = $"Laporan {Marker}", Grace = 30, Addressee = Marker, Closing = Marker };
        schedule.Rhythms.Add(new() { ScheduleId = OtherSchedule, ValidFrom = new DateOnly(2026, 1, 1), Content = SlotCalendar.Write(new Rhythm(new(null, null, Frequency.Daily, 0, [new TimeOnly(10, 0)]), [])), By = Marker, At = now });
        database.Add(schedule);
        database.Add(new SituationReport
        {
            Id = OtherReport, ScheduleId = OtherSchedule, AgencyId = agency, AreaCode = OtherKabupaten, Day = slot.Day, Minute = slot.Minute, Version = 1, Key = Marker, Nihil = false, Situation = Marker, By = Marker, Via = ReceivedBy.Application, At = now,
            Entries = [new() { Id = Guid.CreateVersion7(), ReportId = OtherReport, Position = 0, Weight = EntryWeight.Notable, What = Marker, Where = Marker }],
        });
        for (var day = 0; day < 2; day++) database.Add(new DayPlan { Id = Guid.CreateVersion7(), ScheduleId = OtherSchedule, AgencyId = agency, AreaCode = OtherKabupaten, Day = today.AddDays(day), What = Marker, By = Marker, At = now });
        database.Add(new ReportSummary { Id = Guid.CreateVersion7(), ScheduleId = OtherSchedule, Day = slot.Day, Minute = slot.Minute, Version = 1, Situation = Marker, By = Marker, At = now });
        AddForm(database, OtherForm, agency, Marker);
    }

    private static void AddForm(Database database, Guid id, Guid agency, string name)
    {
        var (file, content) = (Guid.CreateVersion7(), OfficeFiles.Word($"{name} {{{{tanggal}}}}"));
        database.Add(new StoredFile { Id = file, Digest = new string('0', 64), Name = $"{name}.docx", MediaType = FileKind.MediaTypeOf(FileKinds.Word), Length = content.Length, Content = content, At = TimeProvider.System.GetUtcNow() });
        database.Add(new ReportForm { Id = id, AgencyId = agency, Name = name, FileId = file, By = name, At = TimeProvider.System.GetUtcNow() });
    }

    private Task<int> FindReportsAsync() => Here.WithAsync(async (Database database) =>
    {
        // That of the Pasirian's camat where he has reported, else anybody's: an hour that the Desk puts together.
        var schedule = await database.Set<ReportSchedule>().Include(s => s.Rhythms).SingleAsync(s => s.AreaCode == OwnKabupaten && s.Level == ReportLevel.Kecamatan);
        OwnSchedule = schedule.Id;
        var report = await database.Set<SituationReport>().Where(r => r.ScheduleId == schedule.Id).OrderBy(r => r.AreaCode == "35.08.04" ? 0 : 1).ThenBy(r => r.Id).FirstAsync();
        (OwnReport, OwnSlot) = (report.Id, ReportSlot.Of(report.Day, report.Minute!.Value).Code);
        AddForm(database, OwnForm, schedule.ReceiverId, "Formulir gubernur");
        return await database.SaveChangesAsync();
    });
}
