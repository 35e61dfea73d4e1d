using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>A guard plan takes what the agencies have said as it takes a file of forces.</summary>
[Trait("Database", "each")]
public sealed class StrengthPlanTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task APlanFromDataLacksWhatOneFromTheEqualFileLacks()
    {
        using var ops = new Visitor(house.Here.Address);
        await ops.SignInAsync(house["kabagops"]);
        await ops.OpenAsync("/pengamanan/baru");
        Assert.Equal("data", ops.Page.QuerySelector("input[name='Input.Strength'][checked]")!.GetAttribute("value"));
        var data = await MakeAsync(ops, "data", null);
        var polsek = await house.Here.AskAsync(async d => await (
            from u in d.Set<ForceUnit>()
            join f in d.Set<ForceFigure>() on u.Id equals f.UnitId
            join a in d.Set<JurisdictionArea>() on u.CommandId equals a.JurisdictionId
            where f.Use == ForceUse.Stations && a.AreaCode.Length == 8
            select $"police,{a.AreaCode},{f.Count}").ToListAsync());
        Assert.Equal(21, polsek.Count);
        var file = await MakeAsync(ops, "tanpa", string.Join('\n', ["kind,home_code,count", "linmas,35.08,5858", "police,Polres Lumajang,60", "bko,Polres Lumajang,270", .. polsek]));
        Assert.Equal(file, data);
        Assert.Equal(786, data["shortages.csv"].Split('\n').Where(l => l.StartsWith("linmas,", StringComparison.Ordinal)).Sum(l => int.Parse(l.Split(',')[4], CultureInfo.InvariantCulture)));
        var none = await MakeAsync(ops, "tanpa", null);
        Assert.Single(none["shortages.csv"].Trim().Split('\n'));
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.NeighbourKilometres", "0"), ("Input.Strength", "berkas"));
        Assert.Contains("Pilih berkas kekuatan", ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinmasOfAVillageAreItsFigureElseItsNamesElseNobodyAndAPolsekOfTwoKecamatanIsShared()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        await using var undone = await database.Database.BeginTransactionAsync(cancel);
        var election = (await ElectionQueries.IdOfAsync(database, "pemilu-contoh", cancel))!.Value;
        await database.Set<ForceUnit>().ExecuteUpdateAsync(s => s.SetProperty(u => u.EndedAt, TimeProvider.System.GetUtcNow()), cancel);
        Assert.False(await StrengthRoster.AnyAsync(database, Server.Shell.Access.AreaSet.Of("35.08"), cancel));
        // The sample has names in both; of the first a figure says more.
        var (first, second) = ("35.08.04.2001", "35.08.04.2002");
        Add(database, ForceAgency.Linmas, first, null, ForceUse.Stations, 31);
        var polsek = TerritoryStore.AddJurisdiction(database, CommandForce.Polri, JurisdictionKind.Polsek, "Polsek Gabungan", null, "35.08.01", "35.08.02");
        Add(database, ForceAgency.Polri, "35.08", polsek, ForceUse.Stations, 10);
        Add(database, ForceAgency.SatpolPp, "35.08", null, ForceUse.Stations, 79);
        Add(database, ForceAgency.Skd, first, null, ForceUse.Stations, 30);
        await database.SaveChangesAsync(cancel);
        var map = (await TerritoryQueries.MapAsync(database, election, "35.08", cancel))!;
        var report = new InputReport();
        var roster = (await StrengthRoster.OfAsync(database, election, "35.08", map, report, cancel))!;
        var named = await database.Set<LinmasMember>().CountAsync(m => m.VillageCode == second && m.IsStationGuard && m.State == LinmasState.Active, cancel);
        Assert.True(report.IsClean);
        Assert.Equal(31, Count(first));
        Assert.Equal(named, Count(second));
        Assert.Null(Count("35.08.05.2001"));
        Assert.Empty(roster.Forces.Bko);
        Assert.Equal([map.FindKecamatan("35.08.01")!.Value, map.FindKecamatan("35.08.02")!.Value], roster.Forces.Police.Select(p => p.Index));
        Assert.Equal(10, roster.Forces.Police.Sum(p => p.Count));
        Assert.All(roster.Forces.Police, p => Assert.InRange(p.Count, 1, 9));
        await undone.RollbackAsync(cancel);

        int? Count(string village) => roster.Forces.Linmas.Where(h => h.Level == HomeLevel.Village && h.Index == map.FindVillage(village)).Select(h => (int?)h.Count).SingleOrDefault();
    }

    [Fact]
    public async Task TwoPolresOfOneKabupatenEachGuardTheirOwnStationsWithTheirOwnPeople()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        await using var undone = await database.Database.BeginTransactionAsync(cancel);
        var election = (await ElectionQueries.IdOfAsync(database, "pemilu-contoh", cancel))!.Value;
        await database.Set<ForceUnit>().ExecuteUpdateAsync(s => s.SetProperty(u => u.EndedAt, TimeProvider.System.GetUtcNow()), cancel);
        // As Polres and Polresta Pasuruan: the second has two kecamatan of this kabupaten, and all of another.
        var around = await database.Set<Jurisdiction>().Where(j => j.Name == "Polres Lumajang").Select(j => j.Id).SingleAsync(cancel);
        var second = TerritoryStore.AddJurisdiction(database, CommandForce.Polri, JurisdictionKind.Polres, "Polresta Contoh", null, "35.08.01", "35.08.02", House.OtherKabupaten);
        Add(database, ForceAgency.Polri, "35.08", around, ForceUse.Stations, 100);
        Add(database, ForceAgency.Polri, "35.08", second, ForceUse.Stations, 30);
        await database.SaveChangesAsync(cancel);
        var map = (await TerritoryQueries.MapAsync(database, election, "35.08", cancel))!;
        Assert.Equal(["Polres Lumajang", "Polresta Contoh"], map.Jurisdictions);
        Assert.Equal(["35.08.01", "35.08.02"], map.Kecamatan.Where(k => k.Jurisdiction == 1).Select(k => k.Code));

        var report = new InputReport();
        var roster = (await StrengthRoster.OfAsync(database, election, "35.08", map, report, cancel))!;
        // Of those who also guard the other kabupaten the part that falls to these stations, and not all of them twice.
        var here = map.Stations.Count(s => map.Kecamatan[map.Villages[s.Village].Kecamatan].Jurisdiction == 1);
        var there = (await StationCodes.CodesAsync(database, election, Server.Shell.Access.AreaSet.Of(House.OtherKabupaten), cancel)).Count;
        Assert.NotEqual(0, there);
        Assert.Equal([new ForceHome(HomeLevel.Jurisdiction, 0, 100), new ForceHome(HomeLevel.Jurisdiction, 1, 30 * here / (here + there))], roster.Forces.Police);

        var input = Server.Guarding.GuardPlanInput.Assemble(
            new Server.Guarding.PlanGuardRequest { Unit = GroupingUnit.Kecamatan, FillRawan = true }, map, [.. GuardProblem.DefaultPatterns.Select(p => new Server.Guarding.PatternRow(p, null, ""))], [], report, counted: roster)!;
        Assert.True(report.IsClean);
        var plan = GuardPlanner.Solve(input.Problem, SearchBudget.Standard, 1, cancel, 2);
        int Of(int station) => map.Kecamatan[map.Villages[map.Stations[station].Village].Kecamatan].Jurisdiction;
        Assert.All(plan.Groups, g => Assert.Single(g.Stations.Select(Of).Distinct()));
        Assert.All(plan.Forces!.Officers, o => Assert.Equal(o.Home, Of(plan.Groups[o.Group].Medoid)));
        Assert.Equal([0, 1], plan.Forces.Officers.Select(o => o.Home).Distinct().Order());

        // People of the kabupaten as a whole belong to neither: it is said which of the two is to be named.
        Add(database, ForceAgency.Polri, "35.08", null, ForceUse.Stations, 5);
        await database.SaveChangesAsync(cancel);
        Assert.Null(await StrengthRoster.OfAsync(database, election, "35.08", map, report, cancel));
        Assert.Contains("Polres Lumajang, Polresta Contoh", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        await undone.RollbackAsync(cancel);
    }

    private static void Add(Database database, ForceAgency agency, string area, Guid? command, ForceUse use, int count)
    {
        var unit = new ForceUnit { Id = Guid.CreateVersion7(), Agency = agency, Name = $"{agency} Contoh", AreaCode = area, CommandId = command };
        database.Add(unit);
        database.Add(new ForceFigure { Id = Guid.CreateVersion7(), UnitId = unit.Id, Use = use, Count = count, HoldsOn = new DateOnly(2026, 1, 1), SaidBy = "Contoh", At = TimeProvider.System.GetUtcNow() });
    }

    // The tables of a plan that tell of people.
    private static async Task<Dictionary<string, string>> MakeAsync(Visitor ops, string from, string? file)
    {
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync(
            "rencana",
            [("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.Preset", ""), ("Input.AcrossVillages", "false"), ("Input.FillRawan", "true"), ("Input.NeighbourKilometres", "0"), ("Input.Strength", from)],
            file is null ? null : ("Input.Forces", "forces.csv", Encoding.UTF8.GetBytes(file)));
        var plan = ops.Address.Segments[2].TrimEnd('/');
        for (var patience = 0; patience < 600 && ops.Page.QuerySelector("iframe") is null; patience++, await Task.Delay(100)) await ops.OpenAsync($"/pengamanan/{plan}");
        using var response = await ops.GetAsync($"/pengamanan/{plan}/unduh");
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);
        return zip.Entries.Where(e => e.Name is "shortages.csv" or "linmas.csv" or "officers.csv").ToDictionary(e => e.Name, e =>
        {
            using var text = new StreamReader(e.Open());
            return text.ReadToEnd();
        }, StringComparer.Ordinal);
    }
}
