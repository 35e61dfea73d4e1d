using TigaPilar.Server.Forces;

namespace TigaPilar.Server.Tests.Forces;

/// <summary>Two age rules, from the year of birth alone.</summary>
public sealed class LinmasAgeTests
{
    private static readonly DateOnly Day = new(2031, 11, 26);
    private static readonly LinmasAges Ages = LinmasAges.Initial;

    [Theory]
    [InlineData(2015, true)]
    [InlineData(2014, false)]
    [InlineData(1975, false)]
    [InlineData(1974, true)]
    public void AGuardOfAStationIsSeventeenToFiftyFive(int born, bool excluded) =>
        Assert.Equal(excluded ? Ages.StationGuard : null, Ages.Broken(Member(born, guard: true, satlinmas: false), Day));

    [Theory]
    [InlineData(2014, true)]
    [InlineData(2013, false)]
    [InlineData(1970, false)]
    [InlineData(1969, true)]
    public void AMemberOfSatlinmasIsEighteenToSixty(int born, bool excluded) =>
        Assert.Equal(excluded ? Ages.Satlinmas : null, Ages.Broken(Member(born, guard: false, satlinmas: true), Day));

    [Fact]
    public void ForBothDutiesTheNarrowerRuleIsToldFirst() =>
        Assert.Equal(Ages.StationGuard, Ages.Broken(Member(1971, guard: true, satlinmas: true), Day));

    [Theory]
    [InlineData("Slamet Contoh; 1985; 0812 3456-7890", "081234567890")]
    [InlineData("Slamet Contoh\t1985\t+6281234567890\r", "+6281234567890")]
    [InlineData("  Slamet   Contoh ;1985", null)]
    public void ALineIsReadAsPeopleWriteIt(string line, string? phone)
    {
        var (entries, problems) = LinmasLines.Read(line, Day);
        Assert.Empty(problems);
        Assert.Equal(new LinmasEntry("Slamet Contoh", 1985, phone), Assert.Single(entries));
    }

    [Theory]
    [InlineData("Slamet Contoh", "BirthYearNeeded")]
    [InlineData("Slamet Contoh; 85", "BirthYearNeeded")]
    [InlineData("; 1985", "NameNeeded")]
    [InlineData("Slamet Contoh; 1985; 12", "PhoneWrong")]
    [InlineData("Slamet Contoh; 1985; 080000000; x", "LineTooManyParts")]
    public void ABadLineSaysWhatIsWrong(string line, string problem) =>
        Assert.Equal(problem, Assert.Single(LinmasLines.Read(line, Day).Problems).Problem);

    private static LinmasMember Member(int born, bool guard, bool satlinmas) =>
        new() { Id = Guid.Empty, VillageCode = "35.08.01.2001", Name = "Contoh", BirthYear = born, IsStationGuard = guard, IsSatlinmas = satlinmas };
}
