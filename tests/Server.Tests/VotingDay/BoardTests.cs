using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.VotingDay.Contract;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.Tests.VotingDay;

/// <summary>The sample's day that is over, as of any of its hours.</summary>
[Trait("Database", "each")]
public sealed class BoardTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheBoardOfAnHourShowsWhatWasKnownThen()
    {
        using var desk = await house.VisitAsync("desk");
        var past = await house.Here.AskAsync(d => d.Set<Election>().SingleAsync(e => e.Code == VotingDaySample.Election));
        var (id, day) = (past.Id, past.VotingDay!.Value);
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 40)), TimeSpan.FromHours(7)).ToUniversalTime();
        // By hand: of each station the last that had come, in the order in which the sample's came.
        var known = (await house.Here.AskAsync(d => d.Set<StationWord>().Where(w => w.ElectionId == id && w.AccountId == Guid.Empty && w.ReceivedAt <= at && w.State != null).ToListAsync())).GroupBy(w => w.StationCode).Select(g => g.MaxBy(w => w.ReceivedAt)!.State!.Value).ToList();
        var (opened, not, all) = (known.Count(s => s >= DayState.Opened), known.Count(s => s == DayState.NotOpened), await house.Here.AskAsync(d => d.Set<Server.Territory.Station>().CountAsync(s => s.ElectionId == id)));
        Assert.True(not > 0 && all - opened - not > 0);
        await desk.OpenAsync($"/hari-h?pemilihan={VotingDaySample.Election}&pukul=0940");
        Assert.Contains($"Pukul 09.40 · {Whole(opened)} TPS sudah dibuka · {not} belum · {all - opened - not} belum ada kabar.", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"a[href='/hari-h?pemilihan={VotingDaySample.Election}']"));
        await desk.OpenAsync($"/hari-h?pemilihan={VotingDaySample.Election}&pukul=0440");
        Assert.Contains("logistik lengkap di 0 TPS", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/hari-h?pemilihan={VotingDaySample.Election}");
        Assert.Contains("0 belum selesai", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/hari-h/anev?pemilihan={VotingDaySample.Election}");
        Assert.Contains($"{Whole(all - 2)} dari {Whole(all)} kotak di PPK. 2 masih di perjalanan (Ranupani). Personel lengkap. 1 sakit.", desk.Text, StringComparison.Ordinal);
        // On other days the board says so, and until when.
        await desk.OpenAsync("/hari-h?pemilihan=pemilu-contoh");
        Assert.Contains("Hari ini bukan hari pemungutan suara", desk.Text, StringComparison.Ordinal);
        // A village without signal is quiet until its hour, then it is missed.
        await desk.OpenAsync($"/hari-h?pemilihan={VotingDaySample.Election}&pukul=0730");
        Assert.Contains("Ranupani, Senduro", desk.Page.QuerySelector("#tanpa-sinyal")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ranupani", desk.Page.QuerySelector("#belum-ada-kabar")!.TextContent, StringComparison.Ordinal);
        await desk.OpenAsync($"/hari-h?pemilihan={VotingDaySample.Election}&pukul=0902");
        Assert.Contains("Ranupani", desk.Page.QuerySelector("#belum-ada-kabar")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWallBearsNoNamesNoClassesAndNothingThatSomebodyReported()
    {
        using var reader = await house.VisitAsync("dprd");
        await reader.OpenAsync($"/hari-h/dinding?pemilihan={VotingDaySample.Election}&pukul=0940");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("TPS sudah dibuka", reader.Text, StringComparison.Ordinal);
        Assert.Contains("Pronojiwo", reader.Text, StringComparison.Ordinal);
        var page = reader.Page.DocumentElement.OuterHtml;
        foreach (var word in (string[])["Padal Contoh", "Petugas posko", "rawan", "khusus", "Surat suara", "/kejadian/", "TPS 0"]) Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase);
        // Who reads the totals reads no board.
        await reader.OpenAsync("/hari-h");
        Assert.NotEqual(HttpStatusCode.OK, reader.Status);
    }

    private static string Whole(int number) => Server.Shell.Indonesian.Whole(number);
}
