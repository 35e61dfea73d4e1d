using System.Globalization;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Guarding.Contract;
using TigaPilar.Server.Incidents.Contract;
using TigaPilar.Server.Meetings.Contract;
using TigaPilar.Server.Messages.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Reporting.Contract;
using TigaPilar.Server.Programmes.Contract;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Rosters.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.VotingDay.Contract;

namespace TigaPilar.Server.Sample;

/// <summary>
/// The kabupaten that a new installation shows: Lumajang's real villages, stations spread by a rule, and people who do
/// not exist, so that every page has something on it. Two are named as the press named them in office, each in two
/// spellings: so that one sees how a person with two spellings is kept.
/// </summary>
internal sealed class SampleKabupaten(Database database, AccountMaker accounts, SampleTerritory territory, AuditLog audit, NameAreas names, OfficeClock clock)
{
    public const string Code = "35.08";
    private const string Election = "pemilu-contoh";

    private static readonly string[] Names =
    [
        "Bima", "Ratna", "Surya", "Dewi", "Galih", "Laras", "Wira", "Kirana", "Jati", "Melati", "Bayu", "Sekar", "Damar",
        "Wulan", "Rangga", "Intan", "Arya", "Puspa", "Cakra", "Tirta", "Lintang",
    ];

    private readonly List<(string Account, string Role, string Office, Guid Person, string Name)> _people = [];
    private readonly List<(Guid Office, ForumPart Part)> _forkopimda = [];
    private readonly Dictionary<string, List<(Guid Office, ForumPart Part)>> _heads = new(StringComparer.Ordinal);
    private Guid _kpu, _bawaslu, _court;
    private int _named;

    /// <summary>Loads it, the people in one transaction at the end; the accounts that can sign in.</summary>
    public async Task<IReadOnlyList<SampleAccount>> LoadAsync(string folder, CancellationToken cancel, Action<IReadOnlyList<SampleAccount>>? keep = null)
    {
        await ImportAsync(folder, cancel);
        await using var transaction = await database.BeginWriteAsync(cancel);
        OfficeStore.AddPillar(database, "pemerintah", "Pemerintah daerah", 1);
        OfficeStore.AddPillar(database, "tni", "TNI", 2);
        OfficeStore.AddPillar(database, "polri", "Polri", 3);
        await database.SaveChangesAsync(cancel);
        var kecamatan = await AreaQueries.ChildrenAsync(database, Code, cancel);
        var villages = await AreaQueries.VillagesAsync(database, Code, cancel);
        AddGovernment(kecamatan, villages);
        AddPolice(kecamatan, villages);
        AddArmy(kecamatan, villages);
        await database.SaveChangesAsync(cancel);
        AddForums(kecamatan);
        await DeskSample.AddAsync(database, Code, clock.Today, cancel);
        await RosterSample.AddAsync(database, clock, Code, kecamatan.First(k => k.Name == "Pasirian").Code, cancel);
        await OutreachSample.AddAsync(database, clock, Code, cancel);
        if (await ElectionQueries.IdOfAsync(database, Election, cancel) is { } election)
        {
            await LinmasStore.AddSampleAsync(database, election, kecamatan.First(k => k.Name == "Pasirian").Code, clock.Now, cancel);
            DutyStore.AddSample(database, election, Code);
        }

        await StrengthStore.AddSampleAsync(database, Code, clock.Today.AddDays(-7), clock.Now.ToUniversalTime(), cancel);
        await database.SaveChangesAsync(cancel);
        var made = new List<SampleAccount>();
        var signers = new Dictionary<string, RiskSigner>(StringComparer.Ordinal);
        foreach (var (account, role, office, person, named) in _people)
        {
            var sample = SampleAccount.New(account, role, office);
            var (id, problems) = await accounts.AddAsync(new NewAccount(sample.Name, sample.Password, sample.TotpKey, person));
            if (id is null) throw new InvalidOperationException($"Sample account {account}: {string.Join(", ", problems)}.");
            made.Add(sample);
            signers.Add(account, new RiskSigner(id.Value, $"{named}, {office}, {(account == "bawaslu" ? "Bawaslu Kabupaten" : "Polres")} Lumajang"));
        }

        if ((await ElectionQueries.AllAsync(database, cancel)).FirstOrDefault(e => e.Code == Election) is { } running)
        {
            string[] some = ["Pronojiwo", "Pasirian", "Senduro", "Candipuro", "Pasrujambe", "Gucialit", "Ranuyoso", "Klakah"];
            await RiskStore.AddSampleAsync(
                database, running, Code, [.. some.Select(name => kecamatan.First(k => k.Name == name).Code)], signers["kabagops"], signers["bawaslu"], clock.Now, cancel);
            await ActionSample.AddAsync(database, audit, Code, running.Id, signers["desk"].Account, $"{_people.Find(p => p.Account == "desk").Name}, Kabag Tata Pemerintahan, Pemerintah Kabupaten Lumajang", clock.Now, cancel);
            await MeetingSample.AddAsync(database, names, clock, Code, kecamatan.First(k => k.Name == "Pasirian").Code, running.Id, cancel);
            await MessageSample.AddAsync(database, clock, Code, cancel);
            await ReportSample.AddAsync(database, clock, Code, cancel);
            await IncidentSample.AddAsync(database, clock, Code, kecamatan.First(k => k.Name == "Pasirian").Code, cancel);
            await VotingDaySample.AddAsync(database, clock, Code, running.Id, cancel);
        }

        await database.SaveChangesAsync(cancel);
        // What opens the accounts is kept before they exist: a machine that dies between leaves none that nobody can open.
        keep?.Invoke(made);
        await transaction.CommitAsync(cancel);
        return made;
    }

    private async Task ImportAsync(string folder, CancellationToken cancel)
    {
        // A Wednesday some two months ahead: the calendar of the sample always has something to come.
        var day = clock.Today.AddDays(60);
        while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(1);
        // Stopped in the middle of the first start, the next one goes on: imports add only what is not there.
        if (await ElectionQueries.IdOfAsync(database, Election, cancel) is null) await ElectionStore.AddAsync(
            database, Election, "Pemilu contoh", ElectionKind.Pemilu, day, Code,
            ["Presiden dan Wakil Presiden", "DPR", "DPD", "DPRD Provinsi", "DPRD Kabupaten"],
            [
                new("Kampanye", -78, -4), new("Masa tenang", -3, -1), new("Pemungutan suara", 0, 0),
                new("Rekapitulasi kecamatan", 1, 7), new("Rekapitulasi kabupaten", 8, 19),
            ],
            cancel);
        await territory.LoadAsync(folder, Election, cancel);
    }

    private void AddGovernment(IReadOnlyList<AreaName> kecamatan, IReadOnlyList<AreaName> villages)
    {
        var region = OfficeStore.AddAgency(database, "Pemerintah Kabupaten Lumajang", "pemerintah");
        Hold("admin", "Administrator", region, "Administrator sistem", OfficeRole.Administrator, OfficeLevel.Kabupaten);
        AddSecretary(region);
        Hold("desk", "Desk/Pemkab", region, "Kabag Tata Pemerintahan", OfficeRole.Desk, OfficeLevel.Kabupaten, Code);
        var order = OfficeStore.AddAgency(database, "Satpol PP Kabupaten Lumajang", "pemerintah");
        Hold("satpolpp", "Desk/Pemkab", order, "Kepala Satpol PP", OfficeRole.Desk, OfficeLevel.Kabupaten, Code);
        var kpu = OfficeStore.AddAgency(database, "KPU Kabupaten Lumajang", null);
        _kpu = Hold("kpu", "KPU", kpu, "Anggota KPU, Divisi Teknis", OfficeRole.Kpu, OfficeLevel.Kabupaten, Code);
        var bawaslu = OfficeStore.AddAgency(database, "Bawaslu Kabupaten Lumajang", null);
        _bawaslu = Hold("bawaslu", "Bawaslu", bawaslu, "Anggota Bawaslu, Divisi Pencegahan", OfficeRole.Bawaslu, OfficeLevel.Kabupaten, Code);
        var dprd = OfficeStore.AddAgency(database, "DPRD Kabupaten Lumajang", null);
        Hold("dprd", "Pembaca", dprd, "Ketua Komisi A", OfficeRole.Reader, OfficeLevel.Kabupaten, Code);
        _forkopimda.Add((Hold("bupati", "Desk/Pemkab", region, "Bupati", OfficeRole.Desk, OfficeLevel.Kabupaten, Code), ForumPart.Chair));
        _forkopimda.Add((Hold(null, "", dprd, "Ketua DPRD", OfficeRole.Reader, OfficeLevel.Kabupaten, Code), ForumPart.Member));
        var court = OfficeStore.AddAgency(database, "Pengadilan Negeri Lumajang", null);
        _court = Hold("pengadilan", "Pembaca", court, "Ketua Pengadilan Negeri", OfficeRole.Reader, OfficeLevel.Kabupaten, Code);
        var prosecutor = OfficeStore.AddAgency(database, "Kejaksaan Negeri Lumajang", null);
        _forkopimda.Add((Hold("kejaksaan", "Pembaca", prosecutor, "Kepala Kejaksaan Negeri", OfficeRole.Reader, OfficeLevel.Kabupaten, Code), ForumPart.Member));
        foreach (var area in kecamatan)
        {
            var agency = OfficeStore.AddAgency(database, $"Kecamatan {area.Name}", "pemerintah");
            _heads.Add(area.Code, [(Hold(area.Name == "Pasirian" ? "camat" : null, "Camat", agency, "Camat", OfficeRole.Camat, OfficeLevel.Kecamatan, area.Code), ForumPart.Chair)]);
        }

        var first = villages.First(v => v.Code.StartsWith(kecamatan.First(k => k.Name == "Pasirian").Code, StringComparison.Ordinal));
        foreach (var village in villages)
        {
            var ward = village.Kind == AreaKind.Kelurahan;
            var agency = OfficeStore.AddAgency(database, $"{(ward ? "Kelurahan" : "Desa")} {village.Name}", "pemerintah");
            var title = ward ? "Lurah" : "Kepala Desa";
            if (village == first) Hold("kades", "Kepala desa", agency, title, OfficeRole.VillageHead, OfficeLevel.Village, village.Code);
            else OfficeStore.AddOffice(database, agency, title, OfficeRole.VillageHead, OfficeLevel.Village, village.Code);
        }
    }

    private void AddPolice(IReadOnlyList<AreaName> kecamatan, IReadOnlyList<AreaName> villages)
    {
        var polda = TerritoryStore.AddJurisdiction(database, CommandForce.Polri, JurisdictionKind.Polda, "Polda Jawa Timur", null, "35");
        var polres = TerritoryStore.AddJurisdiction(database, CommandForce.Polri, JurisdictionKind.Polres, "Polres Lumajang", polda, Code);
        var agency = OfficeStore.AddAgency(database, "Polres Lumajang", "polri");
        _forkopimda.Add((Hold("kapolres", "Polri", agency, "Kapolres", OfficeRole.Polri, OfficeLevel.Kabupaten, null, polres, "AKBP"), ForumPart.Member));
        Hold("kabagops", "Polri", agency, "Kabag Ops", OfficeRole.Polri, OfficeLevel.Kabupaten, null, polres, "Kompol");
        foreach (var area in kecamatan)
        {
            var polsek = TerritoryStore.AddJurisdiction(
                database, CommandForce.Polri, JurisdictionKind.Polsek, $"Polsek {area.Name}", polres, area.Code);
            var own = OfficeStore.AddAgency(database, $"Polsek {area.Name}", "polri");
            var office = Hold(area.Name == "Pasirian" ? "kapolsek" : null, "Polri (Polsek)", own, "Kapolsek", OfficeRole.Polri, OfficeLevel.Kecamatan, null, polsek, "AKP");
            _heads[area.Code].Add((office, ForumPart.Member));
            AddInVillages(own, "Bhabinkamtibmas", OfficeRole.Polri, area, villages);
        }
    }

    private void AddArmy(IReadOnlyList<AreaName> kecamatan, IReadOnlyList<AreaName> villages)
    {
        var kodam = TerritoryStore.AddJurisdiction(database, CommandForce.Tni, JurisdictionKind.Kodam, "Kodam V/Brawijaya", null, "35");
        var korem = TerritoryStore.AddJurisdiction(database, CommandForce.Tni, JurisdictionKind.Korem, "Korem 083/Baladhika Jaya", kodam);
        var kodim = TerritoryStore.AddJurisdiction(database, CommandForce.Tni, JurisdictionKind.Kodim, "Kodim 0821 Lumajang", korem, Code);
        var agency = OfficeStore.AddAgency(database, "Kodim 0821 Lumajang", "tni");
        var dandim = OfficeStore.AddOffice(database, agency, "Dandim", OfficeRole.Tni, OfficeLevel.Kabupaten, null, kodim);
        var commander = OfficeStore.AddPerson(database, "Andi Andriyanti Wibowo", "Letkol", "Inf.", "Andi Andriyanto Wibowo");
        OfficeStore.AddHolding(database, dandim, commander, clock.Today.AddDays(-30), HoldingKind.Definitif);
        // He has no account, since he is not made up; who stands in for him is, and signs.
        _people.Add(("dandim", "TNI", "Plh Dandim", OfficeStore.AddHolder(database, dandim, "Satria Contoh", "Mayor Inf.", clock.Today.AddDays(-7), HoldingKind.Plh), "Satria Contoh"));
        _forkopimda.Add((dandim, ForumPart.Member));
        Hold("pasiops", "TNI", agency, "Pasi Ops", OfficeRole.Tni, OfficeLevel.Kabupaten, null, kodim, "Kapten Inf.");
        var battalion = TerritoryStore.AddJurisdiction(database, CommandForce.Tni, JurisdictionKind.Battalion, "Batalyon 527", kodam);
        var barracks = OfficeStore.AddAgency(database, "Batalyon 527", "tni");
        Hold("danyon", "TNI (tanpa wilayah)", barracks, "Danyon", OfficeRole.Tni, OfficeLevel.Kabupaten, null, battalion, "Letkol Inf.");
        foreach (var area in kecamatan)
        {
            var koramil = TerritoryStore.AddJurisdiction(
                database, CommandForce.Tni, JurisdictionKind.Koramil, $"Koramil {area.Name}", kodim, area.Code);
            var own = OfficeStore.AddAgency(database, $"Koramil {area.Name}", "tni");
            var office = Hold(area.Name == "Pasirian" ? "danramil" : null, "TNI (Koramil)", own, "Danramil", OfficeRole.Tni, OfficeLevel.Kecamatan, null, koramil, "Kapten Inf.");
            _heads[area.Code].Add((office, ForumPart.Member));
            AddInVillages(own, "Babinsa", OfficeRole.Tni, area, villages);
        }
    }

    // One for each village, still without a name: what a kabupaten fills in first.
    private void AddInVillages(Guid agency, string title, OfficeRole role, AreaName kecamatan, IReadOnlyList<AreaName> villages)
    {
        foreach (var village in villages.Where(v => v.Code.StartsWith(kecamatan.Code + ".", StringComparison.Ordinal)))
            OfficeStore.AddOffice(database, agency, $"{title} {(village.Kind == AreaKind.Kelurahan ? "Kelurahan" : "Desa")} {village.Name}", role, OfficeLevel.Village, village.Code);
    }

    // Asisten Pemerintahan first and Sekretaris Daerah since: one man, whom the press wrote in two ways.
    private void AddSecretary(Guid region)
    {
        var secretary = OfficeStore.AddOffice(database, region, "Sekretaris Daerah", OfficeRole.Desk, OfficeLevel.Kabupaten, Code);
        var assistant = OfficeStore.AddOffice(database, region, "Asisten Pemerintahan", OfficeRole.Desk, OfficeLevel.Kabupaten, Code);
        var person = OfficeStore.AddPerson(database, "Susiyanto", null, null, "Susianto");
        OfficeStore.AddHolding(database, assistant, person, clock.Today.AddDays(-400), HoldingKind.Definitif, clock.Today.AddDays(-31));
        OfficeStore.AddHolding(database, secretary, person, clock.Today.AddDays(-30), HoldingKind.Definitif);
        _forkopimda.Add((secretary, ForumPart.Secretary));
    }

    private void AddForums(IReadOnlyList<AreaName> kecamatan)
    {
        var from = clock.Today.AddDays(-30);
        ForumStore.Add(database, ForumKind.Forkopimda, "Forkopimda Kabupaten Lumajang", Code, ForumStore.Pp12, null, from, _forkopimda);
        ForumStore.Add(
            database, ForumKind.ForkopimdaPlus, "Forkopimda Plus Kabupaten Lumajang", Code, null, null, from,
            [.. _forkopimda, (_kpu, ForumPart.Invited), (_bawaslu, ForumPart.Invited), (_court, ForumPart.Invited)]);
        foreach (var area in kecamatan)
            ForumStore.Add(database, ForumKind.Forkopimcam, $"Forkopimcam {area.Name}", area.Code, ForumStore.Pp12, null, from, _heads[area.Code]);
    }

    private Guid Hold(
        string? account, string role, Guid agency, string title, OfficeRole kind, OfficeLevel level,
        string? area = null, Guid? jurisdiction = null, string? rank = null)
    {
        var office = OfficeStore.AddOffice(database, agency, title, kind, level, area, jurisdiction);
        var name = $"{Names[_named % Names.Length]} Contoh{(_named < Names.Length ? "" : string.Create(CultureInfo.InvariantCulture, $" {_named / Names.Length + 1}"))}";
        _named++;
        var person = OfficeStore.AddHolder(database, office, name, rank, clock.Today.AddDays(-30));
        if (account is not null) _people.Add((account, role, title, person, name));
        return office;
    }
}
