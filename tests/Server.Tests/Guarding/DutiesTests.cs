using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Contract;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>A signed plan says who is on duty where; meals are counted of any plan.</summary>
[Trait("Database", "each")]
public sealed class DutiesTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task DutiesAreOfTheSignedPlanAloneAndNamesForThoseWhoReadIt()
    {
        var day = new DateOnly(2031, 1, 1);
        var draft = await AddAsync(GuardPlanStage.InUse, day);
        Assert.Empty(await OfAsync(Polri("35.08"), AreaSet.Of("35.08"), day));
        var superseded = await AddAsync(GuardPlanStage.Superseded, day);
        Assert.Empty(await OfAsync(Polri("35.08"), AreaSet.Of("35.08"), day));

        var signed = await AddAsync(GuardPlanStage.InForce, day);
        var duties = await OfAsync(Polri("35.08"), AreaSet.Of("35.08"), day);
        Assert.Equal([(signed, 1, "K001"), (signed, 2, "K002"), (signed, 3, "O003")], duties.Select(d => (d.Plan, d.Number, d.Label)));
        var first = duties[0];
        Assert.Equal(("Polsek Contoh", "35.08.04", 2, 1, 4), (first.Polsek, first.Kecamatan, first.Officers, first.Named, first.Linmas));
        Assert.Equal(["35.08.04.2001.001", "35.08.04.2001.002"], first.Stations);
        Assert.Equal(new DutyPadal("Iptu", "Padal Contoh", "0800000700"), first.Padal);
        Assert.Equal("Orang Contoh", Assert.Single(first.People!.Value).Name);
        Assert.Equal(Enum.GetValues<DutyPhase>(), first.Phases.Select(p => p.Phase));
        Assert.Equal([(DutyPhase.Voting, (DateOnly?)day), (DutyPhase.Counting, day)], first.Phases.Where(p => p.Day is not null).Select(p => (p.Phase, p.Day)));
        // An object has its hours and no chain.
        Assert.Equal(("Kantor KPU Contoh", 0, 0), (duties[2].Site, duties[2].Stations.Length, duties[2].Phases.Length));

        // Counts and whom to ring without the names; and nothing of elsewhere.
        var desk = await OfAsync(new Reader(null, "Desk", [new HeldOffice(Guid.Empty, "Bakesbangpol", OfficeRole.Desk, AreaSet.Of("35.08"))]), AreaSet.Of("35.08"), day);
        Assert.All(desk, d => Assert.Null(d.People));
        Assert.Equal((1, "0800000700"), (desk[0].Named, desk[0].Padal?.Phone));
        Assert.Equal("K002", Assert.Single(await OfAsync(Polri("35.08.06"), AreaSet.Of("35.08.06"), day)).Label);
        Assert.Empty(await OfAsync(Polri("35.09"), AreaSet.Of("35.09"), day));
        await house.Here.AskAsync(d => d.Set<GuardPlanRecord>().Where(p => p.Id == draft || p.Id == superseded || p.Id == signed).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, GuardPlanStage.Draft)));
    }

    [Fact]
    public async Task MealsAreOfThoseThePlanAsksForTimesTheNumbersThatTheKabagOpsSets()
    {
        var plan = await AddAsync(GuardPlanStage.InUse, new DateOnly(2031, 1, 2));
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync($"/pengamanan/{plan}/konsumsi");
        // Six officers of three groups and a Padal; two stations with two Linmas each, and one with two.
        Assert.Contains("13 orang. Isi makan per hari", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("konsumsi", ("Input.MealsADay", "11"), ("Input.Days", "2"));
        Assert.Contains("Makan per hari 1 sampai 10", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("konsumsi", ("Input.MealsADay", "3"), ("Input.Days", "2"));
        Assert.Contains("78 porsi: 13 orang, 3 kali sehari, 2 hari", ops.Text, StringComparison.Ordinal);
        var file = await Workbooks.DownloadAsync(ops, $"/pengamanan/{plan}/konsumsi/unduh");
        Assert.Equal([("Polsek Contoh", "78"), ("Jumlah", "78")], Workbooks.Rows(file, "Polsek").Select(r => (r["Polsek"], r["Porsi"])));
        Assert.Equal([("K001", "36"), ("K002", "24"), ("O003", "12"), ("", "6")], Workbooks.Rows(file, "Kelompok").Select(r => (r["Kelompok"], r["Porsi"])));
        // Who sees a part sees its meals, and sets none.
        using var chief = await house.VisitAsync("kapolres");
        await chief.OpenAsync($"/pengamanan/{plan}/konsumsi?polsek={await house.Here.AskAsync(d => d.Set<PolsekSheet>().Where(s => s.PlanId == plan).Select(s => s.Id).SingleAsync())}");
        Assert.Contains("Padal dan cadangan", chief.Text, StringComparison.Ordinal);
    }

    private static Reader Polri(string area) => new(null, "Polri", [new HeldOffice(Guid.Empty, "Kabag Ops", OfficeRole.Polri, AreaSet.Of(area))]);

    private Task<System.Collections.Immutable.ImmutableArray<GroupDuty>> OfAsync(Reader reader, AreaSet areas, DateOnly day) => house.Here.AskAsync(async d =>
        await Duties.OfAsync(d, await ElectionAsync(d), areas, reader, day, CancellationToken.None));

    private async Task<int> ElectionAsync(Server.Storage.Database database) =>
        await database.Set<GuardPlanRecord>().Where(p => p.Id == house.OwnPlan).Select(p => p.ElectionId).SingleAsync();

    // Groups of two and of one station, in two kecamatan, and an object.
    private Task<Guid> AddAsync(GuardPlanStage stage, DateOnly day) => house.Here.AskAsync(async d =>
    {
        var (plan, sheet, padal) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var own = await d.Set<GuardPlanRecord>().AsNoTracking().SingleAsync(p => p.Id == house.OwnPlan);
        var version = await d.Set<GuardPlanRecord>().MaxAsync(p => p.Version) + 1;
        d.Add(new GuardPlanRecord { Id = plan, ElectionId = own.ElectionId, AreaCode = own.AreaCode, RevoteOn = day, Version = version, CreatedAt = own.CreatedAt, Request = "{}", State = GuardPlanState.Ready, Stage = stage });
        d.Add(new PolsekSheet { Id = sheet, PlanId = plan, Name = "Polsek Contoh", Areas = "35.08.04 35.08.06", Quota = 20 });
        (string Village, int Stations, string? Site)[] groups = [("35.08.04.2001", 2, null), ("35.08.06.2001", 1, null), ("35.08.04.2001", 0, "Kantor KPU Contoh")];
        for (var g = 1; g <= groups.Length; g++)
        {
            var (village, stations, site) = groups[g - 1];
            d.Add(new PlanGroup { PlanId = plan, Number = g, SheetId = sheet, Pattern = default, Officers = 2, Stations = stations, VillageCode = village, PadalId = padal, Site = site, Hours = site is null ? null : "24 jam" });
            for (var s = 1; s <= stations; s++) d.Add(new PlanStation { PlanId = plan, StationCode = $"{village}.{s:D3}", Group = g, Linmas = 2 });
        }

        d.Add(new GuardOfficer { Id = padal, PlanId = plan, SheetId = sheet, Part = OfficerPart.Padal, Name = "Padal Contoh", Rank = "Iptu", Phone = "0800000700" });
        d.Add(new GuardOfficer { Id = Guid.CreateVersion7(), PlanId = plan, SheetId = sheet, Part = OfficerPart.Member, Group = 1, Name = "Orang Contoh" });
        d.Add(new GuardOfficer { Id = Guid.CreateVersion7(), PlanId = plan, SheetId = sheet, Part = OfficerPart.Member, Group = 1, Name = "Pergi Contoh", LeftAt = own.CreatedAt, LeftReason = "sakit" });
        await d.SaveChangesAsync();
        return plan;
    });
}
