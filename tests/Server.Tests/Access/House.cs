using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Actions;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Actions.Orders;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Forces;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Duty;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Release;
using TigaPilar.Server.Guarding.Signing;
using TigaPilar.Server.Guarding.Rules;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Access;

/// <summary>
/// The sample, served, and beside it a second kabupaten whose every name bears <see cref="Marker"/>: where that word is
/// read by somebody of the sample, something leaked.
/// </summary>
public partial class House : IAsyncLifetime
{
    public const string Marker = "Zamrud";
    public const string OwnKabupaten = "35.08";
    public const string OtherKabupaten = "35.07";
    public const string OtherVillage = "35.07.01.2001";
    public const string OtherElection = "pilkada-lain";
    private readonly Dictionary<string, Caller> _signedIn = new(StringComparer.Ordinal);

    public Installation Here { get; private set; } = null!;

    /// <summary>The sample's, and one of the other kabupaten's police.</summary>
    public IReadOnlyList<SampleAccount> Accounts { get; private set; } = [];

    public Guid OwnPlan { get; } = Guid.CreateVersion7();

    public Guid OtherPlan { get; } = Guid.CreateVersion7();

    public Guid OwnSheet { get; } = Guid.CreateVersion7();

    public Guid OwnScan { get; } = Guid.CreateVersion7();

    public Guid OtherScan { get; } = Guid.CreateVersion7();

    public Guid OtherSheet { get; } = Guid.CreateVersion7();

    /// <summary>Somebody on the list of the sample's kepala desa.</summary>
    public Guid OwnLinmas { get; private set; }

    public Guid OtherLinmas { get; private set; }

    /// <summary>The Polsek of the sample's Kapolsek, as a unit that is counted.</summary>
    public Guid OwnUnit { get; private set; }

    public Guid OtherUnit { get; } = Guid.CreateVersion7();

    /// <summary>The sample's lists of TNI and Satpol PP.</summary>
    public Guid OwnBko { get; private set; }

    public Guid OwnSatpolPp { get; private set; }

    public Guid OtherBko { get; } = Guid.CreateVersion7();

    public Guid OtherSatpolPp { get; } = Guid.CreateVersion7();

    /// <summary>What the sample has agreed and shown a photo of.</summary>
    public Guid OwnAction { get; private set; }

    public Guid OtherAction { get; } = Guid.CreateVersion7();

    public Guid OwnEvidence { get; private set; }

    public Guid OtherEvidence { get; } = Guid.CreateVersion7();

    public Guid OwnImport { get; private set; }

    public Guid OtherImport { get; private set; }

    /// <summary>Position of the one signed head of the audit log.</summary>
    public long SignedHead { get; private set; }

    public SampleAccount this[string name] => Accounts.Single(a => a.Name == name);

    /// <summary>By which server it sends mail: by none.</summary>
    protected virtual MailSettings? Mail => null;

    // To build one takes seconds, and forty classes want one: it is built once, and each gets a copy of its own.
    private static readonly Lazy<Task<(House House, InstallationCopy Copy)>> First = new(async () =>
    {
        var house = new House();
        await house.BuildAsync();
        return (house, await house.Here.KeepAsync());
    });

    public async ValueTask InitializeAsync()
    {
        var (first, copy) = await First.Value;
        Here = await Installation.CreateAsync(running: true, copy, Mail);
        // The ids of what it holds, whatever the parts of this class call them.
        foreach (var field in typeof(House).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(f => f.FieldType != typeof(Installation) && f.Name != nameof(_signedIn)))
            field.SetValue(this, field.GetValue(first));
    }

    private async Task BuildAsync()
    {
        (Here, var sample) = await Installation.WithSampleAsync();
        await using var scope = Here.Services.CreateAsyncScope();
        Accounts = [.. sample, await AddOtherKabupatenAsync(scope.ServiceProvider)];
        OwnImport = await ImportAsync("desa.csv", "kode_desa,nama\n35.08.05.2001,Contoh\n");
        OtherImport = await ImportAsync($"{Marker}.csv", $"kode_desa,nama\n{OtherVillage},{Marker}wetan\n");
        OwnLinmas = await Here.AskAsync(d => d.Set<LinmasMember>().Where(m => m.VillageCode == "35.08.04.2001").OrderBy(m => m.Name).Select(m => m.Id).FirstAsync());
        OwnAgency = await Here.AskAsync(d => d.Set<TigaPilar.Server.Offices.Agency>().Where(a => a.Name == "Kodim 0821 Lumajang").Select(a => a.Id).SingleAsync());
        OwnUnit = await Here.AskAsync(d => d.Set<ForceUnit>().Where(u => u.Name == "Polsek Pasirian").Select(u => u.Id).SingleAsync());
        OwnBko = await Here.AskAsync(d => d.Set<DutyRoll>().Where(r => r.Kind == DutyKind.Tni && r.AreaCode == OwnKabupaten).Select(r => r.Id).SingleAsync());
        OwnSatpolPp = await Here.AskAsync(d => d.Set<DutyRoll>().Where(r => r.Kind == DutyKind.SatpolPp && r.AreaCode == OwnKabupaten).Select(r => r.Id).SingleAsync());
        var shown = await Here.AskAsync(d => d.Set<ActionEvidence>().SingleAsync(e => e.Id != OtherEvidence));
        (OwnAction, OwnEvidence) = (shown.ItemId, shown.Id);
        // The sample's order is a draft; that of this house is signed.
        await Here.AskAsync(d => d.Set<ActionOrder>().Where(o => o.ItemId == OwnAction).ExecuteUpdateAsync(s => s.SetProperty(o => o.ScanId, shown.FileId).SetProperty(o => o.IssuedAt, shown.At)));
        await FindReportsAsync();
        await FindDutiesAsync();
        await FindIncidentsAsync();
        SignedHead = await SignAsync();
    }

    private async Task<long> SignAsync()
    {
        for (var i = 0; i < 500; i++, await Task.Delay(20))
        {
            var head = await Here.AskAsync(d => AuditHeads.SignAsync(d, Here.Storage, TimeProvider.System.GetUtcNow(), CancellationToken.None));
            if (head is not null) return head.Position;
        }

        throw new InvalidOperationException("Nothing was sealed.");
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var caller in _signedIn.Values) caller.Dispose();
        await Here.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Caller Stranger() => new(Here.Address);

    /// <summary>Signed in once, and then the same for all tests that only look.</summary>
    public async Task<Caller> SignedInAsync(string name)
    {
        if (_signedIn.TryGetValue(name, out var known)) return known;
        var caller = Stranger();
        var answer = await caller.SignInAsync(this[name]);
        Assert.Equal("/", answer.Path);
        return _signedIn[name] = caller;
    }

    /// <summary>The same at a browser of its own, which sends forms.</summary>
    public async Task<Visitor> VisitAsync(string name)
    {
        var visitor = new Visitor(Here.Address);
        await visitor.SignInAsync(this[name]);
        return visitor;
    }

    /// <summary>The same by the cookie that signing in would give: whether a password is right is tried elsewhere, and takes longer.</summary>
    public async Task<Visitor> EnterAsync(string name)
    {
        var visitor = new Visitor(Here.Address);
        visitor.Carry("tigapilar", (await CookiesAsync([await Here.AskAsync(d => d.Users.SingleAsync(a => a.UserName == name))])).Single());
        await visitor.OpenAsync("/ikrar");
        if (visitor.Page.QuerySelector("input[name=_handler][value=ikrar]") is not null) await visitor.SendAsync("ikrar");
        return visitor;
    }

    /// <summary>The cookies of sessions of these accounts.</summary>
    internal async Task<List<string>> CookiesAsync(IEnumerable<Account> accounts)
    {
        await using var scope = Here.Services.CreateAsyncScope();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>();
        var format = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        var (now, cookies) = (TimeProvider.System.GetUtcNow(), new List<string>());
        foreach (var account in accounts)
        {
            var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
            cookies.Add(format.Protect(new AuthenticationTicket(await principals.CreateAsync(account), properties, IdentityConstants.ApplicationScheme)));
        }

        return cookies;
    }

    private Task<Guid> ImportAsync(string name, string csv) => Here.WithAsync(async (ImportRunner runner) =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var end = await runner.RunAsync(new ImportOrder(ImportKind.Villages, null, name), file, _ => { }, CancellationToken.None);
        Assert.True(end.IsApplied);
        return end.Record.Id;
    });

    /// <summary>SHA-256 of every row that the program keeps, but for what it writes by itself: log, keys, failed attempts.</summary>
    public Task<string> DigestAsync() => Here.AskAsync(async database =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables(database.Model).Where(t => t is not ("AuditEntry" or "AuditPending" or "AuditSeal" or "AuditHead" or "PendingEvent" or "FeedEvent" or "DataProtectionKeys")))
        {
            await database.Database.OpenConnectionAsync();
            await using var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the program's own tables.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
            rows.Sort(StringComparer.Ordinal);
            hash.AppendData(Encoding.UTF8.GetBytes($"{table}\n{string.Join('\n', rows)}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    });

    private static IEnumerable<string> Tables(IModel model) =>
        model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private async Task<SampleAccount> AddOtherKabupatenAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        await ElectionStore.AddAsync(
            database, OtherElection, "Pilkada Lain", ElectionKind.Pilkada, new DateOnly(2031, 11, 26), OtherKabupaten, ["Bupati"], [], CancellationToken.None);
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var own = await ElectionQueries.IdOfAsync(database, "pemilu-contoh", CancellationToken.None);
        var other = await ElectionQueries.IdOfAsync(database, OtherElection, CancellationToken.None);
        // Elections are public, and so is the name of the kabupaten that one is held in: it bears no marker.
        database.Add(new Area { Code = OtherKabupaten, Name = "Kabupaten Lain", Kind = AreaKind.Kabupaten });
        database.Add(new Area { Code = "35.07.01", Name = $"{Marker}kulon", Kind = AreaKind.Kecamatan });
        foreach (var code in (string[])[OtherVillage, "35.07.01.2002"])
        {
            database.Add(new Area { Code = code, Name = $"{Marker}wetan", Kind = AreaKind.Desa, Latitude = -8.1, Longitude = 112.6 });
            // In an election of its own, and in the one that both share.
            foreach (var election in (int?[])[own, other])
                database.Add(new Station { ElectionId = election!.Value, Code = $"{code}.001", Place = $"Balai {Marker}" });
        }

        var agency = OfficeStore.AddAgency(database, $"Polres {Marker}", "polri");
        var polres = TerritoryStore.AddJurisdiction(database, CommandForce.Polri, JurisdictionKind.Polres, $"Polres {Marker}", null, OtherKabupaten);
        var office = OfficeStore.AddOffice(database, agency, "Kabag Ops", OfficeRole.Polri, OfficeLevel.Kabupaten, null, polres);
        var person = OfficeStore.AddHolder(database, office, $"{Marker} Rekaan", "Kompol", new DateOnly(2026, 1, 1));
        ForumStore.Add(database, ForumKind.Forkopimda, $"Forkopimda {Marker}", OtherKabupaten, null, null, new DateOnly(2026, 1, 1), (office, ForumPart.Member));
        OtherLinmas = LinmasStore.Add(database, OtherVillage, $"{Marker} Contoh", 1990, null);
        database.Add(new ForceUnit { Id = OtherUnit, Agency = ForceAgency.Polri, Name = $"Samapta {Marker}", AreaCode = OtherKabupaten, CommandId = polres });
        foreach (var (roll, kind) in ((Guid, DutyKind)[])[(OtherBko, DutyKind.Tni), (OtherSatpolPp, DutyKind.SatpolPp)])
        {
            database.Add(new DutyRoll { Id = roll, Kind = kind, ElectionId = other!.Value, AreaCode = OtherKabupaten, Revision = 1, SignedBy = $"Kepala {Marker}" });
            database.Add(new DutyMember { Id = Guid.CreateVersion7(), RollId = roll, Name = $"Personel {Marker}" });
        }

        AddAction(database, agency);
        await AddMeetingsAsync(database, agency, office);
        AddReadiness(database, agency, own!.Value, other!.Value);
        AddReports(database, agency);
        AddDuties(database, agency, office);
        AddIncidents(database, agency);
        await AddVotingDayAsync(database, own!.Value, other!.Value);
        database.Add(Plan(OwnPlan, own!.Value, OwnKabupaten, "Rencana Lumajang"));
        database.Add(Plan(OtherPlan, other!.Value, OtherKabupaten, $"Rencana {Marker}"));
        AddSheet(database, OwnPlan, OwnSheet, "Polsek Pasirian", "35.08.04", "35.08.04.2001", "Petugas Contoh");
        AddSheet(database, OtherPlan, OtherSheet, $"Polsek {Marker}", "35.07.01", OtherVillage, $"Petugas {Marker}");
        AddScan(database, OwnPlan, OwnScan, "sprin");
        AddScan(database, OtherPlan, OtherScan, Marker);
        database.Add(new PatternEntry
        {
            Id = Guid.CreateVersion7(), AreaCode = OtherKabupaten, For = StationClass.KurangRawan, Officers = 2, MaxStations = 9, LinmasPerStation = 2,
            EffectiveFrom = new DateOnly(2026, 1, 1), LegalBasis = $"Sprin {Marker}", At = TimeProvider.System.GetUtcNow(), AccountId = Guid.Empty, By = Marker,
        });
        database.Add(new ReleasedSummary
        {
            Id = Guid.CreateVersion7(), ElectionCode = OtherElection, AreaCode = OtherKabupaten, MadeAt = TimeProvider.System.GetUtcNow(), ReceivedAt = TimeProvider.System.GetUtcNow(), FromFile = false, AccountId = Guid.Empty, By = Marker,
            Content = System.Text.Json.JsonSerializer.Serialize(new GuardSummary(GuardSummary.KnownFormat, OtherElection, Marker, null, OtherKabupaten, Marker, Marker, 1, null, null, TimeProvider.System.GetUtcNow(), [], [])),
        });
        database.Add(new VillageWay { VillageA = OtherVillage, VillageB = "35.07.01.2002", Minutes = 5, At = TimeProvider.System.GetUtcNow(), By = Marker });
        database.Add(new StationTie { ElectionId = own!.Value, StationA = $"{OtherVillage}.001", StationB = "35.07.01.2002.001", Together = false, Reason = Marker, At = TimeProvider.System.GetUtcNow(), By = Marker });
        await database.SaveChangesAsync();
        var account = SampleAccount.New("lain", "Polri", "Kabag Ops");
        var (id, problems) = await services.GetRequiredService<AccountMaker>().AddAsync(new NewAccount(account.Name, account.Password, account.TotpKey, person));
        Assert.True(id is not null, string.Join(", ", problems));
        await database.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
        return account;
    }

    private void AddAction(Database database, Guid agency)
    {
        var (now, file) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7());
        database.Add(new ActionItem
        {
            Id = OtherAction, Title = $"Tugas {Marker}", Kind = ActionKind.Patrol, AreaCode = OtherKabupaten, OwnerId = agency, AskerId = agency, CreatedBy = Marker, CreatedAt = now, StateAt = now,
            Due = DateOnly.FromDateTime(now.UtcDateTime),
        });
        database.Add(new ActionStep { ItemId = OtherAction, State = ActionState.Created, At = now, AccountId = Guid.Empty, AgencyId = agency, By = Marker });
        database.Add(new StoredFile { Id = file, Digest = new string('0', 64), Name = $"{Marker}.pdf", MediaType = "application/pdf", Length = 5, Content = Encoding.UTF8.GetBytes($"%PDF-{Marker}"), At = now });
        database.Add(new ActionEvidence { Id = OtherEvidence, ItemId = OtherAction, FileId = file, Note = Marker, TakenAt = now, At = now, AccountId = Guid.Empty, AgencyId = agency, By = Marker });
        database.Add(new ActionOrder { ItemId = OtherAction, Kind = OrderKind.Sprin, AgencyId = agency, Addressee = Marker, Reference = Marker, Text = Marker, Signer = Marker, ScanId = file, By = Marker, At = now });
    }

    private static GuardPlanRecord Plan(Guid id, int election, string area, string text) => new()
    {
        Id = id, ElectionId = election, AreaCode = area, Version = 1, CreatedAt = TimeProvider.System.GetUtcNow(), Request = "{}",
        State = GuardPlanState.Ready, Stage = GuardPlanStage.InUse, Answer = text, Files = Zip(text),
    };

    private static void AddSheet(Database database, Guid plan, Guid sheet, string polsek, string kecamatan, string village, string officer)
    {
        database.Add(new PolsekSheet { Id = sheet, PlanId = plan, Name = polsek, Areas = kecamatan, Quota = 2 });
        database.Add(new PlanGroup { PlanId = plan, Number = 1, SheetId = sheet, Pattern = StationClass.KurangRawan, Officers = 2, Stations = 1, VillageCode = village });
        database.Add(new PlanStation { PlanId = plan, StationCode = $"{village}.001", Group = 1, Linmas = 2 });
        database.Add(new GuardOfficer { Id = Guid.CreateVersion7(), PlanId = plan, SheetId = sheet, Part = OfficerPart.Member, Group = 1, Name = officer });
    }

    private static void AddScan(Database database, Guid plan, Guid id, string text) => database.Add(new PlanScan
    {
        Id = id, PlanId = plan, FileName = $"{text}.pdf", ContentType = "application/pdf", Content = Encoding.UTF8.GetBytes(text), Digest = new string('0', 64),
        At = TimeProvider.System.GetUtcNow(), AccountId = Guid.Empty, By = text,
    });

    private static byte[] Zip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var page = new StreamWriter(zip.CreateEntry("plan.html", CompressionLevel.NoCompression).Open()))
            page.Write($"<!doctype html><title>{text}</title><h1>{text}</h1>");
        return bytes.ToArray();
    }
}
