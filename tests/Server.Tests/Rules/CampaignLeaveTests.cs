using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>A regent goes on campaign leave; a Pjs stands in.</summary>
[Trait("Database", "each")]
public sealed class CampaignLeaveTests
{
    private static readonly DateOnly FirstDay = new(2024, 9, 25);
    private static readonly DateOnly LastDay = new(2024, 11, 23);

    [Fact]
    public async Task TheRegentHasNothingFromTheFirstDayOfLeaveAndTheStandInAll()
    {
        await using var here = await Installation.CreateAsync();
        var (holdings, regent, standIn) = await here.AskAsync(LeaveAsync);
        foreach (var day in (DateOnly[])[FirstDay.AddDays(-1), FirstDay, LastDay, LastDay.AddDays(1)])
            Assert.Empty(FieldRules.AccessEndsWithTheOffice(holdings, day, await here.AskAsync(d => GivenAsync(d, day, regent, standIn))));
        Assert.Equal(standIn, Assert.Single(await here.AskAsync(d => GivenAsync(d, FirstDay, regent, standIn))).Person);
        Assert.Equal(regent, Assert.Single(await here.AskAsync(d => GivenAsync(d, FirstDay.AddDays(-1), regent, standIn))).Person);
        Assert.Equal(regent, Assert.Single(await here.AskAsync(d => GivenAsync(d, LastDay.AddDays(1), regent, standIn))).Person);
    }

    [Fact]
    public async Task ALookUpThatStillGivesYesterdaysOfficesIsSeen()
    {
        await using var here = await Installation.CreateAsync();
        var (holdings, regent, standIn) = await here.AskAsync(LeaveAsync);
        var stale = await here.AskAsync(d => GivenAsync(d, FirstDay.AddDays(-1), regent, standIn));
        Assert.Contains(regent.ToString(), Assert.Single(FieldRules.AccessEndsWithTheOffice(holdings, FirstDay, stale)), StringComparison.Ordinal);
    }

    private static async Task<(List<OfficeHolding> Holdings, Guid Regent, Guid StandIn)> LeaveAsync(Database database)
    {
        var agency = OfficeStore.AddAgency(database, "Pemerintah Kabupaten Rekaan", null);
        var office = OfficeStore.AddOffice(database, agency, "Bupati", OfficeRole.Desk, OfficeLevel.Kabupaten, "35.08");
        var regent = OfficeStore.AddHolder(database, office, "Petahana Rekaan", null, new DateOnly(2021, 2, 26));
        var standIn = OfficeStore.AddPerson(database, "Pengganti Rekaan", null);
        var acting = OfficeStore.AddHolding(database, office, standIn, FirstDay, HoldingKind.Pjs, LastDay);
        await database.SaveChangesAsync();
        var holding = await database.Set<OfficeHolding>().SingleAsync(h => h.PersonId == regent);
        database.Add(new Leave { Id = Guid.CreateVersion7(), HoldingId = holding.Id, Kind = LeaveKind.Campaign, From = FirstDay, To = LastDay, StandInId = acting });
        await database.SaveChangesAsync();
        return (await database.Set<OfficeHolding>().AsNoTracking().Include(h => h.Leaves).ToListAsync(), regent, standIn);
    }

    private static async Task<List<(Guid Person, Guid Office)>> GivenAsync(Database database, DateOnly day, params Guid[] people)
    {
        var given = new List<(Guid, Guid)>();
        foreach (var person in people)
            given.AddRange((await HeldOffices.OfAsync(database, person, day, CancellationToken.None)).Offices.Select(o => (person, o.OfficeId)));
        return given;
    }
}
