using TigaPilar.Server.Rosters;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Tests.Rosters;

/// <summary>Hours of shifts on the clock of the offices: across midnight, in each zone, and what they leave open.</summary>
public sealed class ShiftTimesTests
{
    private static readonly DateOnly Day = new(2029, 2, 14);

    [Theory]
    [InlineData("WIB", 13)]
    [InlineData("WITA", 12)]
    [InlineData("WIT", 11)]
    public void ANightEndsOnTheNextMorningOfItsZone(string zone, int utcHour)
    {
        var (start, end) = ShiftTimes.Of(Day, new(20, 0), new(6, 0), OfficeClock.ZoneOf(zone)!);
        Assert.Equal(new DateTimeOffset(2029, 2, 14, utcHour, 0, 0, TimeSpan.Zero), start);
        Assert.Equal(TimeSpan.FromHours(10), end - start);
    }

    [Fact]
    public void ADayIsCutIntoEqualPartsAndOneOfThemIsRoundTheClock()
    {
        Assert.Equal([(new(6, 0), new(14, 0)), (new(14, 0), new(22, 0)), (new TimeOnly(22, 0), new TimeOnly(6, 0))], ShiftTimes.Parts(new(6, 0), 3));
        var (from, to) = Assert.Single(ShiftTimes.Parts(new(6, 0), 1));
        var (start, end) = ShiftTimes.Of(Day, from, to, OfficeClock.ZoneOf("WIB")!);
        Assert.Equal(TimeSpan.FromHours(24), end - start);
    }

    [Fact]
    public void WhatNoShiftCoversIsOpen()
    {
        DateTimeOffset At(int hour) => new DateTimeOffset(2029, 2, 14, 0, 0, 0, TimeSpan.Zero).AddHours(hour);
        Assert.Equal([(At(8), At(10)), (At(20), At(24))], ShiftTimes.Uncovered(At(0), At(24), [(At(10), At(20)), (At(-4), At(8)), (At(12), At(14))]));
        Assert.Empty(ShiftTimes.Uncovered(At(0), At(24), [(At(-1), At(12)), (At(12), At(30))]));
        Assert.Equal([(At(0), At(24))], ShiftTimes.Uncovered(At(0), At(24), [(At(24), At(30))]));
    }

    [Theory]
    [InlineData("20.00", 20, 0)]
    [InlineData("6:30", 6, 30)]
    [InlineData("24.00", 0, 0)]
    [InlineData("8", 8, 0)]
    public void TimesAreReadAsPeopleTypeThem(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), ShiftTimes.Time(typed));

    [Theory]
    [InlineData("25.00")]
    [InlineData("pagi")]
    [InlineData("")]
    public void OthersAreNone(string typed) => Assert.Null(ShiftTimes.Time(typed));
}
