using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Incidents.Bawaslu;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Access;

/// <summary>What is reported in either kabupaten.</summary>
public partial class House
{
    public Guid OwnIncident { get; private set; }

    public Guid OtherIncident { get; } = Guid.CreateVersion7();

    public Guid OtherIncidentReport { get; } = Guid.CreateVersion7();

    public Guid OwnIncidentReport { get; } = Guid.CreateVersion7();

    public Guid OwnIncidentFile { get; } = Guid.CreateVersion7();

    public Guid OtherIncidentFile { get; } = Guid.CreateVersion7();

    private void AddIncidents(Database database, Guid agency)
    {
        var (now, kind) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7());
        database.Add(new IncidentKind { Id = kind, AreaCode = OtherKabupaten, Name = $"Jenis {Marker}", Weight = IncidentWeight.Ordinary, AnswerMinutes = 60, SolveMinutes = 600 });
        database.Add(new Incident
        {
            Id = OtherIncident, Title = $"Kejadian {Marker}", Where = Marker, AreaCode = OtherKabupaten, KindId = kind, Weight = IncidentWeight.Notable, State = IncidentState.Forwarded, StateAt = now, AgencyId = agency, AskerId = agency, At = now,
            AnswerBy = now.AddHours(1), SolveBy = now.AddHours(10),
        });
        database.Add(new IncidentStep { IncidentId = OtherIncident, Kind = StepKind.Made, State = IncidentState.Forwarded, At = now, AccountId = Guid.Empty, AgencyId = agency, By = Marker });
        database.Add(new IncidentReport { Id = OwnIncidentReport, Channel = ReportChannel.Public, Via = ReceivedVia.Application, Standing = ReportStanding.EarlyInformation, What = "Papan nama hilang", Where = "Gapura contoh", AreaCode = "35.08.04.2001", At = now, State = ReportState.New });
        AddReportFile(database, OwnIncidentReport, OwnIncidentFile, "foto.pdf", "%PDF-contoh", now);
        AddReportFile(database, OtherIncidentReport, OtherIncidentFile, $"{Marker}.pdf", $"%PDF-{Marker}", now);
        database.Add(new BawasluReceipt { Id = Guid.CreateVersion7(), Number = Marker, Kind = OffenceKind.Crime, AreaCode = OtherKabupaten, ReceivedOn = DateOnly.FromDateTime(now.DateTime), FollowUpBy = DateOnly.FromDateTime(now.DateTime).AddDays(5), AgencyId = agency, By = Marker, At = now });
        database.Add(new IncidentReport { Id = OtherIncidentReport, Channel = ReportChannel.Office, Via = ReceivedVia.Application, Standing = ReportStanding.Report, What = $"Laporan {Marker}", Where = Marker, AreaCode = OtherKabupaten, AgencyId = agency, By = Marker, At = now, State = ReportState.New });
    }

    private static void AddReportFile(Database database, Guid report, Guid file, string name, string content, DateTimeOffset at)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        database.Add(new StoredFile { Id = file, Digest = new string('0', 64), Name = name, MediaType = "application/pdf", Length = bytes.Length, Content = bytes, At = at });
        database.Add(new ReportFile { Id = Guid.CreateVersion7(), ReportId = report, FileId = file });
    }

    private async Task FindIncidentsAsync() => OwnIncident = await Here.AskAsync(d => d.Set<Incident>().Where(i => i.AreaCode.StartsWith("35.08.04")).OrderBy(i => i.Id).Select(i => i.Id).FirstAsync());
}
