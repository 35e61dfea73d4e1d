using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>The field's rules, one a line: that the program keeps them, and that the check would see it if it did not.</summary>
public sealed class FieldRulesTests(House house) : IClassFixture<House>
{
    private static readonly ImmutableArray<Table> Schema = Ledger.OfProgram();

    [Fact]
    public async Task NoVotesAreCounted() => Assert.Empty(FieldRules.NoVotes(await ProgramAsync()));

    [Fact]
    public async Task NobodyHasAPoliticalProfile() => Assert.Empty(FieldRules.NoPoliticalProfile(await ProgramAsync()));

    [Fact]
    public async Task NobodyWhoAssemblesIsNamed() => Assert.Empty(FieldRules.NoPeopleWhoAssemble(await ProgramAsync()));

    [Fact]
    public async Task GuestsAreNotStored() => Assert.Empty(FieldRules.NoGuests(await ProgramAsync()));

    [Fact]
    public async Task WhoReportsIsNotStored() => Assert.Empty(FieldRules.NoReporters(await ProgramAsync()));

    [Fact]
    public async Task RecordsOfKpuAndBawasluAreWrittenByThemAlone() =>
        Assert.Empty(FieldRules.OthersRecordsAreNotWritten(await ProgramAsync(), AccessMatrix.Default.Rows));

    [Fact]
    public async Task WhatIsTerbatasStaysWithTheOfficesOfTheRules() =>
        Assert.Empty(FieldRules.TerbatasStaysWithItsOffices(await ProgramAsync(), AccessMatrix.Default.Rows));

    [Fact]
    public async Task NoClassOrLevelStandsWithoutWhoSignedItWhyAndUntilWhen() => Assert.Empty(FieldRules.JudgementsAreSigned(await ProgramAsync()));

    [Fact]
    public async Task NothingIsOrderedAwayByItself() => Assert.Empty(FieldRules.RemovalNeedsARecommendation(await ProgramAsync()));

    [Fact]
    public async Task WhoReadsIsNotFollowed() => Assert.Empty(FieldRules.NoTracking(await ProgramAsync()));

    [Fact]
    public async Task OfAPersonOnlyWhatTheWorkNeedsIsStored() => Assert.Empty(FieldRules.NoNeedlessPersonalData(await ProgramAsync()));

    [Fact]
    public async Task LinmasWatchesReportsAndHelps() => Assert.Empty(FieldRules.LinmasUsesNoForce(await ProgramAsync()));

    [Fact]
    public async Task CommandsAreATreeOfTheirOwn() => Assert.Empty(FieldRules.CommandsAreATreeOfTheirOwn(await ProgramAsync()));

    [Fact]
    public async Task OpeningWhatIsTerbatasStandsInTheLogWhichNamesNobody()
    {
        var addresses = await RouteAddresses.OfAsync(house);
        var caller = await house.SignedInAsync("kabagops");
        // How far the work on a plan is, the empty form for a new one, and the rules of age tell nothing of a plan or a man.
        var opened = Routes.Of(house.Here.Services).Where(r => r.Methods.Contains("GET") && r.Permission is { } p
            && AccessMatrix.Default[Permission.Parse(p).Subject].DataClass == DataClass.Terbatas
            && !r.Pattern.EndsWith("/kemajuan", StringComparison.Ordinal) && !r.Pattern.EndsWith("/baru", StringComparison.Ordinal)
            && r.Pattern != "/linmas/aturan").ToList();
        Assert.True(opened.Count >= 4);
        foreach (var route in opened)
        {
            var before = await CountAsync();
            var answer = await caller.GetAsync(addresses.Fill(route, Whose.Own));
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
            Assert.True(await CountAsync() > before, $"{route.Pattern} was opened and stands in no log.");
        }

        var entries = await house.Here.AskAsync(d => d.Set<AuditEntry>().ToListAsync());
        var people = await house.Here.AskAsync(d => d.Set<Server.Offices.Person>().Select(p => p.Name).ToListAsync());
        var accounts = house.Accounts.Select(a => a.Name);
        Assert.Empty(FieldRules.TheLogIsWithoutNames(entries.Select(e => $"{e.Action} {e.Subject} {e.AreaCode} {e.Details}"), people));
        Assert.Empty(FieldRules.TheLogIsWithoutNames(entries.Select(e => $"{e.Subject} {e.Details}"), accounts.Where(a => a.Length > 4)));
    }

    // Each line is a breach put into a model, and the rule that must see it.
    public static TheoryData<string, string, string> Breaches => new()
    {
        { "NoVotes", "StationResult", "Perolehan" },
        { "NoVotes", "VoteTally", "Total" },
        { "NoVotes", "Station", "SuaraSah" },
        { "NoPoliticalProfile", "Area", "PartaiDominan" },
        { "NoPoliticalProfile", "Person", "Religion" },
        { "NoPoliticalProfile", "Area", "BasisPaslon" },
        { "NoPeopleWhoAssemble", "AssemblyNotice", "ParticipantNames" },
        { "NoPeopleWhoAssemble", "FacePhoto", "Content" },
        { "NoGuests", "Guest", "Name" },
        { "NoGuests", "GuestBook", "TamuNama" },
        { "NoReporters", "BawasluReport", "PelaporNama" },
        { "JudgementsAreSigned", "TpsAssessment", "Class" },
        { "JudgementsAreSigned", "Area", "RawanLevel" },
        { "RemovalNeedsARecommendation", "RemovalOrder", "Address" },
        { "NoTracking", "PageView", "Fingerprint" },
        { "NoNeedlessPersonalData", "Person", "Nik" },
        { "NoNeedlessPersonalData", "Person", "Phone" },
        { "CommandsAreATreeOfTheirOwn", "Jurisdiction", "AreaCode" },
        { "CommandsAreATreeOfTheirOwn", "Area", "JurisdictionId" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void AColumnThatBreaksARuleIsSeen(string rule, string table, string column)
    {
        var mutated = new ModelBuilder();
        mutated.Entity(table, e =>
        {
            e.Property<int>("Id");
            e.Property<string>(column);
        });
        var added = Ledger.Of(mutated.Model).Single();
        var known = Schema.SingleOrDefault(t => t.Name == table);
        ImmutableArray<Table> tables = known is null ? [.. Schema, added] : [.. Schema.Remove(known), known with { Columns = [.. known.Columns, .. added.Columns] }];
        Assert.NotEmpty(Rule(rule)(Ledger.Empty with { Tables = tables }));
        Assert.Empty(Rule(rule)(Ledger.Empty with { Tables = Schema }));
    }

    [Fact]
    public void AnEndpointThatBreaksARuleIsSeen()
    {
        static Ledger With(string pattern, string permission) => Ledger.Empty with { Routes = [new Route(["GET", "POST"], pattern, permission, IsPage: true, [])] };
        Assert.NotEmpty(FieldRules.NoVotes(With("/suara/{Code}", "stations.write")));
        Assert.NotEmpty(FieldRules.NoGuests(With("/tamu", "home.read")));
        Assert.NotEmpty(FieldRules.NoReporters(With("/pelapor/{Id:guid}", "home.read")));
        Assert.NotEmpty(FieldRules.OthersRecordsAreNotWritten(With("/perkara/{Id:guid}", "bawaslucases.write"), []));
    }

    [Fact]
    public void ARightThatBreaksARuleIsSeen()
    {
        Assert.NotEmpty(FieldRules.OthersRecordsAreNotWritten(Ledger.Empty, [Row("bawaslucases", DataClass.Internal, AccessRight.None, (OfficeRole.Desk, AccessRight.Write))]));
        Assert.NotEmpty(FieldRules.OthersRecordsAreNotWritten(Ledger.Empty, [Row("kpuresults", DataClass.Internal, AccessRight.None, (OfficeRole.Polri, AccessRight.Write))]));
        Assert.Empty(FieldRules.OthersRecordsAreNotWritten(Ledger.Empty, [Row("bawaslucases", DataClass.Internal, AccessRight.None, (OfficeRole.Bawaslu, AccessRight.Write))]));
        Assert.NotEmpty(FieldRules.TerbatasStaysWithItsOffices(Ledger.Empty, [Row("guardplan", DataClass.Terbatas, AccessRight.None, (OfficeRole.Camat, AccessRight.Read))]));
        Assert.NotEmpty(FieldRules.TerbatasStaysWithItsOffices(Ledger.Empty, [Row("guardplan", DataClass.Terbatas, AccessRight.Read)]));
    }

    [Fact]
    public void AnExportThatBreaksARuleIsSeen()
    {
        var mutated = Ledger.Empty with { Exports = [new Table("tps.csv", ["kode_tps", "kelas"])] };
        Assert.NotEmpty(FieldRules.TerbatasStaysWithItsOffices(mutated, []));
        Assert.NotEmpty(FieldRules.NoVotes(Ledger.Empty with { Exports = [new Table("tps.csv", ["kode_tps", "perolehan_suara"])] }));
        Assert.NotEmpty(FieldRules.NoNeedlessPersonalData(Ledger.Empty with { Exports = [new Table("linmas.csv", ["nama", "nik"])] }));
    }

    [Fact]
    public void ATextThatBreaksARuleIsSeen()
    {
        Assert.NotEmpty(FieldRules.NoVotes(Ledger.Empty with { Texts = [("Title", "Hitung cepat TPS")] }));
        Assert.NotEmpty(FieldRules.LinmasUsesNoForce(Ledger.Empty with { Texts = [("Task", "Linmas melakukan penindakan")] }));
    }

    [Fact]
    public void ANameInTheLogIsSeen() =>
        Assert.NotEmpty(FieldRules.TheLogIsWithoutNames(["offices.handover Melati Contoh"], ["Melati Contoh"]));

    [Fact]
    public void WhatIsSignedWithReasonAndExpiryMayJudge() =>
        Assert.Empty(FieldRules.JudgementsAreSigned(Ledger.Empty with { Tables = [new Table("TpsAssessment", ["Class", "SignedBy", "Reason", "ExpiresAt"])] }));

    private async Task<Ledger> ProgramAsync()
    {
        var caller = await house.SignedInAsync("kpu");
        var stations = (await caller.GetAsync("/tps/unduh")).Body.TrimStart('\uFEFF').Split('\n')[0].Trim().Split(';');
        var map = System.Text.Json.JsonDocument.Parse((await caller.GetAsync("/peta/tps?di=35.08&pemilihan=1")).Body).RootElement.GetProperty("columns");
        Assert.Contains("kode_tps", stations);
        return new Ledger(
            Schema, Routes.Of(house.Here.Services),
            [new Table("tps.csv", [.. stations]), new Table("peta/tps", [.. map.EnumerateArray().Select(c => c.GetString()!)])],
            [.. TextFiles.All.SelectMany(f => f.Words.Select(w => (w.Key, w.Value)))]);
    }

    private static Func<Ledger, IEnumerable<string>> Rule(string name) => name switch
    {
        "NoVotes" => FieldRules.NoVotes,
        "NoPoliticalProfile" => FieldRules.NoPoliticalProfile,
        "NoPeopleWhoAssemble" => FieldRules.NoPeopleWhoAssemble,
        "NoGuests" => FieldRules.NoGuests,
        "NoReporters" => FieldRules.NoReporters,
        "JudgementsAreSigned" => FieldRules.JudgementsAreSigned,
        "RemovalNeedsARecommendation" => FieldRules.RemovalNeedsARecommendation,
        "NoTracking" => FieldRules.NoTracking,
        "NoNeedlessPersonalData" => FieldRules.NoNeedlessPersonalData,
        "CommandsAreATreeOfTheirOwn" => FieldRules.CommandsAreATreeOfTheirOwn,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such rule."),
    };

    private static AccessRow Row(string subject, DataClass data, AccessRight everyone, params (OfficeRole Role, AccessRight Right)[] rights) =>
        new(subject, data, rights.ToFrozenDictionary(r => r.Role, r => r.Right), everyone);

    private Task<int> CountAsync() => house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync());
}
