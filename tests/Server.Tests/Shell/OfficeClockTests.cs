using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Tests.Shell;

public sealed class OfficeClockTests
{
    [Theory]
    [InlineData(null, "WIB")]
    [InlineData("WITA", "WITA")]
    [InlineData(" WIT ", "WIT")]
    [InlineData("Asia/Jayapura", "WIT")]
    public void TheZoneOfAnInstallationIsASetting(string? setting, string name) =>
        Assert.Equal(name, OfficeClock.ZoneNameOf(OfficeClock.ZoneOf(setting)!));

    [Fact]
    public void AZoneThatIsNoneIsNotTakenForJakarta() => Assert.Null(OfficeClock.ZoneOf("WIBB"));

    [Fact]
    public void ADayBeginsInJayapuraTwoHoursBeforeJakarta()
    {
        var instant = new DateTimeOffset(2024, 11, 26, 15, 30, 0, TimeSpan.Zero);
        Assert.Equal(27, new OfficeClock(new At(instant), OfficeClock.ZoneOf("WIT")!).Today.Day);
        Assert.Equal(26, new OfficeClock(new At(instant), OfficeClock.ZoneOf("WIB")!).Today.Day);
    }

    private sealed class At(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
