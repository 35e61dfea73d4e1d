using System.Globalization;
using TigaPilar.Server.Elections.Calendar;

namespace TigaPilar.Server.Tests.Elections;

/// <summary>The sheet of a month, what overlaps, and the file: from elections that are given.</summary>
public sealed class CalendarMonthTests
{
    private static readonly DateOnly PilkadaDay = new(2024, 11, 27);

    private static readonly ElectionDays Pilkada = new(
        "pilkada-2024", "Pilkada 2024", "Pilkada 2024", PilkadaDay, ["35.08"],
        [new("Kampanye", new(2024, 9, 25), new(2024, 11, 23)), new("Masa tenang", new(2024, 11, 24), new(2024, 11, 26)), new("Pemungutan suara", PilkadaDay, PilkadaDay), new("Rekapitulasi", PilkadaDay, new(2024, 12, 16))],
        []);

    private static readonly ElectionDays Pilkades = new(
        "pilkades", "Pilkades Contoh", "Pilkades Contoh", new(2024, 12, 18), ["35.08.05.2001"],
        [new("Kampanye", new(2024, 12, 12), new(2024, 12, 14)), new("Masa tenang", new(2024, 12, 15), new(2024, 12, 17))], []);

    private static readonly ElectionDays Elsewhere = Pilkades with { Code = "lain", Areas = ["35.07"] };

    [Theory]
    [InlineData(DayOfWeek.Sunday, 27, 5)]
    [InlineData(DayOfWeek.Monday, 28, 5)]
    public void AMonthIsWholeWeeksFromTheDayThatTheyBeginWith(DayOfWeek begins, int firstShown, int weeks)
    {
        var month = CalendarMonth.Of(new DateOnly(2024, 11, 5), begins, []);
        Assert.Equal(weeks, month.Weeks.Length);
        Assert.Equal(firstShown, month.Weeks[0].Days[0].Day);
        Assert.All(month.Weeks, w => Assert.Equal(7, w.Days.Length));
        Assert.Equal(new DateOnly(2024, 11, 30), month.Last);
    }

    [Fact]
    public void BarsOfARowNeverTouchEachOther()
    {
        var month = CalendarMonth.Of(new DateOnly(2024, 12, 1), DayOfWeek.Sunday, [Pilkada, Pilkades]);
        foreach (var row in month.Weeks.SelectMany(w => w.Rows))
        {
            for (var i = 1; i < row.Length; i++) Assert.True(row[i - 1].Column + row[i - 1].Width <= row[i].Column);
            Assert.All(row, b => Assert.InRange(b.Column + b.Width, 1, 7));
        }

        // 12 to 14 December: the end of a week, beside the counting that still goes on.
        Assert.Contains(month.Weeks[1].Rows.SelectMany(r => r), b => b is { Column: 4, Width: 3, Election: 1 });
        Assert.Equal(2, month.Weeks[1].Rows.Length);
    }

    [Fact]
    public void EachElectionCountsFromADayOfItsOwn()
    {
        var day = new DateOnly(2024, 12, 1);
        Assert.True(Pilkada.Counts(day) && Pilkades.Counts(day));
        Assert.False(Pilkada.Counts(PilkadaDay.AddDays(31)));
        Assert.False(Pilkada.Counts(PilkadaDay.AddDays(-366)));
        Assert.False((Pilkada with { VotingDay = null }).Counts(day));
    }

    [Fact]
    public void StagesOfOtherElectionsInTheSameAreasAreSaidWithTheDaysThatBothHave()
    {
        var overlap = Assert.Single(Overlap.Of(Pilkada, [Pilkada, Pilkades, Elsewhere]));
        Assert.Equal("pilkades", overlap.With.Code);
        CultureInfo.CurrentCulture = new CultureInfo("id");
        // Quiet days go on to the 17th, the counting of the other ends on the 16th.
        Assert.Equal("Kampanye 12–14 Desember, Masa tenang 15–16 Desember", overlap.Words(new DateOnly(2024, 6, 1)));
        Assert.Equal("Kampanye 12–14 Desember 2024, Masa tenang 15–16 Desember 2024", overlap.Words(new DateOnly(2026, 6, 1)));
        Assert.Single(Overlap.Between([Pilkada, Pilkades, Elsewhere], new(2024, 12, 1), new(2024, 12, 31)));
        Assert.Empty(Overlap.Between([Pilkada, Pilkades], new(2024, 11, 1), new(2024, 11, 30)));
    }

    [Fact]
    public void DaysFromOneMonthOrYearIntoTheNextAreSaidWhole()
    {
        CultureInfo.CurrentCulture = new CultureInfo("id");
        var today = new DateOnly(2026, 1, 1);
        Assert.Equal("28 Mei – 3 Juni", Overlap.Range(new(2026, 5, 28), new(2026, 6, 3), today));
        Assert.Equal("30 Desember 2026 – 2 Januari 2027", Overlap.Range(new(2026, 12, 30), new(2027, 1, 2), today));
        Assert.Equal("3 Juni", Overlap.Range(new(2026, 6, 3), new(2026, 6, 3), today));
    }

    [Fact]
    public void TheFileHasWholeDaysWhoseEndIsTheDayAfter()
    {
        var text = CalendarDownload.Write([Pilkada], "Hari pemungutan suara", new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var lines = text.Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(4, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Contains("DTSTART;VALUE=DATE:20241124", lines);
        Assert.Contains("DTEND;VALUE=DATE:20241127", lines);
        Assert.Contains("SUMMARY:Hari pemungutan suara (Pilkada 2024)", lines);
        Assert.Contains("UID:pilkada-2024-masa-tenang-0@tiga-pilar", lines);
    }
}
