using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Elections;

/// <summary>The calendar by its page, and a voting day that is moved by the form.</summary>
[Trait("Database", "each")]
public sealed class CalendarTests(House house) : IClassFixture<House>
{
    private DateOnly Today => house.Here.Services.GetRequiredService<OfficeClock>().Today;

    [Fact]
    public async Task TheFirstLineSaysHowLongUntilWhatAndWhatIsUnderWay()
    {
        var election = await house.Here.AskAsync(d => d.Set<Election>().Include(e => e.Stages).SingleAsync(e => e.Code == "pemilu-contoh"));
        var page = await OpenAsync("kades", "/kalender");
        var answer = page.QuerySelector(".answer")!.TextContent;
        Assert.StartsWith($"H-{election.VotingDay!.Value.DayNumber - Today.DayNumber} menuju Pemilu contoh", answer, StringComparison.Ordinal);
        Assert.Contains("Hari ini: Kampanye", answer, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("td.cal-today[aria-current=date]"));
    }

    [Fact]
    public async Task AMonthOfTheAddressIsShownAndItsNeighboursAreLinked()
    {
        var page = await OpenAsync("desk", "/kalender?bulan=2027-01");
        Assert.Equal("Januari 2027", page.QuerySelector("main h2")!.TextContent);
        Assert.Equal("/kalender?bulan=2026-12", page.QuerySelector("main a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/kalender?bulan=2027-02", page.QuerySelector("main a[rel=next]")!.GetAttribute("href"));
        foreach (var nonsense in (string[])["2027-13", "besok", "0001-01", "9999-12"])
            Assert.Equal(HttpStatusCode.OK, (await (await house.SignedInAsync("desk")).GetAsync($"/kalender?bulan={nonsense}")).Status);
    }

    [Fact]
    public async Task ElectionsOfOtherAreasStandInTheCalendarsOfThoseAlone()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedInAsync("kades")).GetAsync($"/kalender?pemilihan={House.OtherElection}")).Status);
        Assert.DoesNotContain("Pilkada Lain", (await OpenAsync("kades", "/kalender?bulan=2031-11")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pilkada Lain", (await OpenAsync("lain", "/kalender?bulan=2031-11")).QuerySelector("td.cal-voting")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedInAsync("kades")).GetAsync($"/kalender/unduh.ics?pemilihan={House.OtherElection}")).Status);
        var file = await (await house.SignedInAsync("kades")).GetAsync("/kalender/unduh.ics");
        Assert.Contains("SUMMARY:Kampanye (Pemilu contoh)", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMovedVotingDayNeedsAReasonTakesItsStagesAlongAndIsRemembered()
    {
        var day = Today.AddDays(100);
        await AddAsync("pilkades-pindah", "Pilkades pindah", day, new PlannedStage("Kampanye", -6, -4), new PlannedStage("Masa tenang", -3, -1));
        var desk = await house.SignedInAsync("desk");
        var moved = day.AddDays(7);
        var refused = await desk.SubmitAsync("/pemilihan/pilkades-pindah/ubah", "pemilihan", ("Input.VotingDay", Iso(moved)));
        Assert.Contains("isi alasannya", refused.Page().QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, await DayOfAsync("pilkades-pindah"));

        var done = await desk.SubmitAsync("/pemilihan/pilkades-pindah/ubah", "pemilihan", ("Input.VotingDay", Iso(moved)), ("Input.Reason", "banjir di tiga dusun"), ("Input.Law", "Keputusan Bupati 12/2031"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var page = (await desk.GetAsync("/pemilihan/pilkades-pindah")).Page().QuerySelector("main")!.TextContent;
        Assert.Contains(string.Create(new CultureInfo("id"), $"Semula {day:d MMMM yyyy}, diubah pada"), page, StringComparison.Ordinal);
        Assert.Contains("karena banjir di tiga dusun. Dasar: Keputusan Bupati 12/2031.", page, StringComparison.Ordinal);
        var stages = await house.Here.AskAsync(d => d.Set<Election>().Where(e => e.Code == "pilkades-pindah").SelectMany(e => e.Stages).OrderBy(s => s.From).ToListAsync());
        Assert.Equal([(moved.AddDays(-6), moved.AddDays(-4)), (moved.AddDays(-3), moved.AddDays(-1))], stages.Select(s => (s.From, s.To)));
        var change = await house.Here.AskAsync(d => d.Set<ElectionDayChange>().SingleAsync(c => c.Reason == "banjir di tiga dusun"));
        Assert.Equal((day, (DateOnly?)moved), (change.From, change.To));
        Assert.NotNull(change.AccountId);
        var calendar = await OpenAsync("desk", $"/kalender?pemilihan=pilkades-pindah&bulan={day:yyyy-MM}");
        var old = calendar.QuerySelectorAll("td").Single(t => t.QuerySelector($"time[datetime='{Iso(day)}']") is not null);
        Assert.Contains("semula hari pemungutan suara", old.TextContent, StringComparison.Ordinal);
        // H is counted from the new day.
        Assert.Contains("H-7", old.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StagesStayWhereTheyAreIfThatIsWantedAndWhereTheyWerePutByHand()
    {
        var day = Today.AddDays(150);
        await AddAsync("pilkades-tetap", "Pilkades tetap", day, new PlannedStage("Kampanye", -6, -4), new PlannedStage("Masa tenang", -3, -1));
        var desk = await house.SignedInAsync("desk");
        await desk.SubmitAsync("/pemilihan/pilkades-tetap/ubah", "pemilihan", ("Input.VotingDay", Iso(day.AddDays(1))), ("Input.Reason", "x"), ("Input.MoveStages", "false"));
        Assert.Equal(day.AddDays(-6), await FirstAsync());
        await desk.SubmitAsync(
            "/pemilihan/pilkades-tetap/ubah", "pemilihan", ("Input.VotingDay", Iso(day.AddDays(3))), ("Input.Reason", "y"), ("Input.Stages[0].From", Iso(day.AddDays(-9))));
        Assert.Equal(day.AddDays(-9), await FirstAsync());
        Assert.Equal(day.AddDays(1), await house.Here.AskAsync(d => d.Set<Election>().Where(e => e.Code == "pilkades-tetap").SelectMany(e => e.Stages).MaxAsync(s => s.To)));

        Task<DateOnly> FirstAsync() => house.Here.AskAsync(d => d.Set<Election>().Where(e => e.Code == "pilkades-tetap").SelectMany(e => e.Stages).MinAsync(s => s.From));
    }

    [Fact]
    public async Task OverlappingElectionsAreSaidOnBothPagesAndInTheCalendar()
    {
        var day = await DayOfAsync("pemilu-contoh");
        await AddAsync("pilkades-bersama", "Pilkades bersama", day.AddDays(5), new PlannedStage("Kampanye", -6, -4));
        Assert.Contains("Tumpang tindih dengan Pilkades bersama: Kampanye", (await OpenAsync("kades", "/pemilihan/pemilu-contoh")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tumpang tindih dengan Pemilu contoh:", (await OpenAsync("kades", "/pemilihan/pilkades-bersama")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var calendar = await OpenAsync("kades", $"/kalender?bulan={day:yyyy-MM}");
        Assert.Contains("Pemilu contoh tumpang tindih dengan Pilkades bersama", calendar.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("H-5 Pilkades bersama", string.Join(' ', calendar.QuerySelector("td.cal-voting")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private async Task<IDocument> OpenAsync(string who, string path)
    {
        var answer = await (await house.SignedInAsync(who)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Page();
    }

    private Task<int> AddAsync(string code, string name, DateOnly day, params PlannedStage[] stages) => house.Here.AskAsync(async d =>
    {
        var village = await d.Set<Office>().Where(o => o.Title == "Kepala Desa" && o.Holdings.Any()).Select(o => o.AreaCode).SingleAsync();
        return await ElectionStore.AddAsync(d, code, name, ElectionKind.Pilkades, day, village!, ["Kepala Desa"], stages, CancellationToken.None);
    });

    private async Task<DateOnly> DayOfAsync(string code) => (await house.Here.AskAsync(d => d.Set<Election>().Where(e => e.Code == code).Select(e => e.VotingDay).SingleAsync()))!.Value;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
