using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>
/// Figures that the press and KPU published, which a plan must arrive at. No file lists these stations, so they are
/// made: pooled at one place, or spread evenly over as many villages as there were.
/// </summary>
public class PublishedFigureTests
{
    /// <summary>Lampung Tengah, Pilkada 2024: 1,998 stations; the reference ignores where they stand.</summary>
    [Fact]
    public void LampungTengahPilkadaNeeds348OfficersAnd3996Linmas()
    {
        var plan = Plan(new Field().Stations(1984).Stations(12, StationClass.Rawan).Stations(2, StationClass.Khusus).Problem());
        Assert.Equal(166 + 6 + 2, plan.Groups.Length);
        Assert.Equal(348, plan.OfficersNeeded);
        Assert.Equal(3996, plan.LinmasNeeded);
    }

    [Fact]
    public void LampungTengahPilkadaIsProvedToNeedNoFewer()
    {
        var problem = new Field().Stations(1984).Stations(12, StationClass.Rawan).Stations(2, StationClass.Khusus).Problem();
        Assert.Equal(174, GuardBound.LowerBoundGroups(problem, Plan(problem), TestContext.Current.CancellationToken));
    }

    /// <summary>Lumajang, Pilkada 2018: 1,872 stations, a strength of 5,858 Linmas.</summary>
    [Fact]
    public void Lumajang2018HasASurplusOf2114Linmas()
    {
        var plan = Plan(Lumajang(stations: 1872));
        Assert.Equal(3744, plan.LinmasNeeded);
        Assert.Equal(0, plan.LinmasShort);
        Assert.Empty(plan.Forces!.LinmasShortages);
        Assert.Equal(2114, plan.Forces.LinmasAvailable - plan.LinmasNeeded);
    }

    /// <summary>Lumajang, Pemilu 2019: 3,281 stations in the press (3,283 in the files), the same strength.</summary>
    [Fact]
    public void Lumajang2019IsShortOf704Linmas()
    {
        var plan = Plan(Lumajang(stations: 3281));
        Assert.Equal((6562, 704), (plan.LinmasNeeded, plan.LinmasShort));
        Assert.Equal(5858, plan.Forces!.Linmas.Sum(p => p.Count));
    }

    /// <summary>Lampung Tengah, Pemilu 2024: 513 officers are 256 pairs and one man.</summary>
    [Theory]
    [InlineData(256, 3072, 0)]
    [InlineData(257, 3072, 1)]
    [InlineData(340, 3072, 167)]
    public void Officers513CoverAtMost3072StationsAtTwoToTwelve(int groups, int covered, int missing)
    {
        var field = new Field();
        for (var v = 0; v < groups; v++)
            field.Stations(12, village: field.Village());
        var plan = Plan(field.Problem() with { Forces = new([], [new(HomeLevel.Jurisdiction, 0, 513)], []) });
        var received = plan.Forces!.Officers.ToLookup(p => p.Group, p => p.Count);
        Assert.Equal(covered, plan.Groups.Where((g, i) => received[i].Sum() == g.Pattern.Officers).Sum(g => g.Stations.Length));
        Assert.Equal(missing, plan.OfficersShort);
    }

    /// <summary>21 kecamatan, 205 villages, Linmas counted for the kabupaten as a whole.</summary>
    private static GuardProblem Lumajang(int stations)
    {
        var field = new Field();
        for (var k = 0; k < 21; k++)
            field.Kecamatan();
        for (var v = 0; v < 205; v++)
        {
            field.Village(v % 21, east: 1500 * v);
            field.Stations((stations / 205) + (v < stations % 205 ? 1 : 0), village: v, east: 1500 * v);
        }

        return field.Problem() with { Forces = new([new(HomeLevel.Kabupaten, 0, 5858)], [], []) };
    }

    private static GuardPlan Plan(GuardProblem problem)
    {
        var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, TestContext.Current.CancellationToken);
        Assert.Empty(PlanChecker.Violations(problem, plan));
        return plan;
    }
}
