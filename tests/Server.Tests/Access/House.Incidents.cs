using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Access;

/// <summary>What is reported in either kabupaten.</summary>
public partial class House
{
    public Guid OwnIncident { get; private set; }

    public Guid OtherIncident { get; } = Guid.CreateVersion7();

    public Guid OtherIncidentReport { get; } = Guid.CreateVersion7();

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
        database.Add(new IncidentReport { Id = OtherIncidentReport, Channel = ReportChannel.Office, Via = ReceivedVia.Application, Standing = ReportStanding.Report, What = $"Laporan {Marker}", Where = Marker, AreaCode = OtherKabupaten, AgencyId = agency, By = Marker, At = now, State = ReportState.New });
    }

    private async Task FindIncidentsAsync() => OwnIncident = await Here.AskAsync(d => d.Set<Incident>().Where(i => i.AreaCode.StartsWith("35.08.04")).OrderBy(i => i.Id).Select(i => i.Id).FirstAsync());
}
