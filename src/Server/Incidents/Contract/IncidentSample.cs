using TigaPilar.Server.Incidents.Public;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Incidents.Contract;

/// <summary>What is reported and answered in the sample.</summary>
public static class IncidentSample
{
    private static readonly (string What, string Where, string Kind, IncidentWeight Weight, IncidentState State, double HoursAgo)[] Known =
    [
        ("Pohon tumbang menutup jalan desa", "Jalan desa dekat balai desa", "Bencana atau cuaca", IncidentWeight.Attention, IncidentState.OnTheWay, 1.5),
        ("Kumpul-kumpul minum di poskamling kosong", "Poskamling RT 03", "Gangguan ketertiban umum", IncidentWeight.Ordinary, IncidentState.Accepted, 9),
        ("Pencurian sepeda motor", "Halaman pasar", "Pencurian", IncidentWeight.Attention, IncidentState.Answered, 20),
        ("Lampu jalan padam tiga titik", "Jalan menuju SD", "Jalan, jembatan, atau listrik", IncidentWeight.Ordinary, IncidentState.Forwarded, 30),
        ("Perselisihan batas lahan, sudah didamaikan", "Dusun Krajan", "Perkelahian atau tawuran", IncidentWeight.Notable, IncidentState.Closed, 50),
        ("Baliho roboh menimpa pagar", "Simpang tiga", "Jalan, jembatan, atau listrik", IncidentWeight.Ordinary, IncidentState.OnScene, 3),
    ];

    private static readonly (string What, string Where, ReportChannel Channel, ReceivedVia Via, double HoursAgo)[] Waiting =
    [
        ("Ada orang tidak dikenal bertanya-tanya jumlah TPS", "Warung depan balai desa", ReportChannel.Office, ReceivedVia.Application, 0.6),
        ("Jalan desa tertutup pohon tumbang, motor tidak bisa lewat", "Jalan desa dekat balai desa", ReportChannel.Posko, ReceivedVia.Telephone, 1.2),
        ("Suara petasan terus-menerus sejak maghrib", "Lapangan", ReportChannel.Public, ReceivedVia.Application, 2.4),
        ("Air sungai naik, sudah sampai tepi jembatan bambu", "Jembatan bambu", ReportChannel.Posko, ReceivedVia.Radio, 0.3),
    ];

    /// <summary>Adds them within the caller's transaction, and saves.</summary>
    /// <param name="database">In a transaction.</param>
    /// <param name="clock">The offices' clock.</param>
    /// <param name="kabupaten">Its code.</param>
    /// <param name="first">The kecamatan whose villages come first.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task AddAsync(Database database, OfficeClock clock, string kabupaten, string first, CancellationToken cancel)
    {
        var (now, kinds) = (clock.Now.ToUniversalTime(), IncidentKinds.For(kabupaten).ToList());
        database.AddRange(kinds);
        // As many digits as a real one, and nobody's.
        database.Add(new Hotline { Id = OrderedId.New(), AreaCode = kabupaten, Topic = "Posko Desk (contoh)", Number = "0812-0000-0500", Hours = "24 jam" });
        database.Add(new Hotline { Id = OrderedId.New(), AreaCode = kabupaten, Topic = "Bencana (contoh)", Number = "0812-0000-0600", Hours = "24 jam" });
        var villages = (await AreaQueries.VillagesAsync(database, kabupaten, cancel)).OrderBy(v => v.Code.StartsWith(first, StringComparison.Ordinal) ? 0 : 1).ThenBy(v => v.Code[^4..], StringComparer.Ordinal).Take(40).ToList();
        var groups = await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), clock.Today, cancel);
        // Who answers what: the police by its duty, the rest by Satpol PP.
        var police = groups.All.First(o => o.Title == "Kabag Ops").AgencyId;
        foreach (var kind in kinds) kind.AgencyId = kind.Name is "Pencurian" or "Perkelahian atau tawuran" or "Unjuk rasa" or "Judi taruhan pemilihan" or "Minuman keras dan narkotika" or "Kecelakaan" ? police : groups.All.First(o => o.Title == "Kepala Satpol PP").AgencyId;
        var (desk, order) = (groups.All.First(o => o.Title == "Kabag Tata Pemerintahan").AgencyId, groups.All.First(o => o.Title == "Kepala Satpol PP"));
        foreach (var (n, known) in Known.Index())
        {
            var (id, at, area) = (OrderedId.New(), now.AddHours(-known.HoursAgo), villages[n * 3 % villages.Count].Code);
            var kind = kinds.First(k => k.Name == known.Kind);
            database.Add(new Incident
            {
                Id = id, Title = known.What, Where = known.Where, AreaCode = area, KindId = kind.Id, Weight = known.Weight, State = known.State, StateAt = at.AddMinutes(40), AgencyId = order.AgencyId, AskerId = desk, At = at,
                AnswerBy = at.AddMinutes(10 + kind.AnswerMinutes), SolveBy = at.AddMinutes(10 + kind.SolveMinutes), Result = known.State >= IncidentState.Answered ? "Ditangani bersama Linmas desa." : null,
            });
            database.Add(Report(known.What, known.Where, ReportChannel.Office, ReceivedVia.Application, area, at, ReportState.Taken, id));
            Step(id, StepKind.Made, IncidentState.Forwarded, at.AddMinutes(10), desk, "Petugas posko, Pemerintah Kabupaten Lumajang");
            for (var state = IncidentState.Accepted; state <= known.State; state++)
                Step(id, StepKind.Moved, state, at.AddMinutes(10 + (10 * (int)state)), state == IncidentState.Closed ? desk : order.AgencyId, state == IncidentState.Closed ? "Petugas posko, Pemerintah Kabupaten Lumajang" : order.Name);
        }

        foreach (var (n, waiting) in Waiting.Index())
            database.Add(Report(waiting.What, waiting.Where, waiting.Channel, waiting.Via, n == 1 ? villages[0].Code : waiting.Channel == ReportChannel.Public ? first : villages[(n * 5) + 1].Code, now.AddHours(-waiting.HoursAgo), ReportState.New, null));
        await database.SaveChangesAsync(cancel);
        await EscalateLate.MarkAsync(database, clock.Now, cancel);

        IncidentReport Report(string what, string where, ReportChannel channel, ReceivedVia via, string area, DateTimeOffset at, ReportState state, Guid? incident) => new()
        {
            Id = OrderedId.New(), Channel = channel, Via = via, Standing = channel == ReportChannel.Office ? ReportStanding.Report : ReportStanding.EarlyInformation, What = what, Where = where, AreaCode = area, AgencyId = channel == ReportChannel.Public ? null : desk,
            By = channel == ReportChannel.Public ? null : "Petugas posko, Pemerintah Kabupaten Lumajang", At = at, State = state, IncidentId = incident, SortedBy = incident is null ? null : "Petugas posko, Pemerintah Kabupaten Lumajang", SortedAt = incident is null ? null : at.AddMinutes(10),
            Urgent = what.StartsWith("Air sungai", StringComparison.Ordinal),
        };

        void Step(Guid incident, StepKind kind, IncidentState state, DateTimeOffset at, Guid agency, string by) =>
            database.Add(new IncidentStep { IncidentId = incident, Kind = kind, State = state, At = at, AccountId = Guid.Empty, AgencyId = agency, By = by });
    }
}
