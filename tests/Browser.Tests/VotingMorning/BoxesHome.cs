using System.Globalization;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests.VotingMorning;

// The stations of the day and the boxes of the night.
public sealed partial class VotingMorningTests
{
    private const string Election = "pemilu-contoh";
    private const string Day = $"?pemilihan={Election}";
    private const string Board = $"/hari-h{Day}";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7));

    // KPU fixes the day: it is today, and opening time was at midnight, whenever this is played.
    private async Task BeginDayAsync()
    {
        var kpu = await AtAsync("kpu");
        await kpu.OpenAsync($"/pemilihan/{Election}/ubah");
        await SendAsync(kpu, "pemilihan", ("Input.VotingDay", Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Reason", "Dimainkan hari ini"), ("Input.MoveStages", "true"));
        var desk = await AtAsync("desk");
        await desk.OpenAsync($"/hari-h/pengaturan{Day}");
        await SendAsync(desk, "jam", ("Hours.Opens", "00.00"), ("Hours.Counts", "23.59"), ("Hours.Grace", "0"));
        await desk.OpenAsync(Board);
        Assert.Contains("0 TPS sudah dibuka", await desk.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
    }

    // The camat tells of twelve stations, the posko of one of them otherwise, the Polsek later by radio.
    private async Task OpenStationsAsync()
    {
        var opened = await NoteAsync(await AtAsync("camat"), Kecamatan, "Opened", take: 12);
        var desk = await AtAsync("desk");
        // One of them is not open after all; the Polsek tells later that it is.
        await NoteAsync(desk, opened[0], "NotOpened", take: 1, cause: "SuppliesMissing");
        await desk.OpenAsync(Board);
        Assert.Contains("11 TPS sudah dibuka", await desk.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Contains("surat suara belum tiba", await desk.Page.InnerTextAsync("#belum-dibuka"), StringComparison.OrdinalIgnoreCase);
        await NoteAsync(await AtAsync("kapolsek"), opened[0], "Opened", take: 1);
        await desk.OpenAsync(Board);
        Assert.Contains("12 TPS sudah dibuka", await desk.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Page.Locator("#belum-dibuka tbody tr").CountAsync());
    }

    private static async Task<List<string>> NoteAsync(Visit visit, string search, string step, int take, string? cause = null)
    {
        await visit.OpenAsync($"/hari-h/catat{Day}&cari={Uri.EscapeDataString(search)}");
        var codes = (await visit.Page.EvalOnSelectorAllAsync<string[]>("input[name='Input.Stations']", "boxes => boxes.map(b => b.value)")).Take(take).ToList();
        await SendAsync(visit, "catat", [.. codes.Select(c => ("Input.Stations", c)), ("Input.Via", "Radio"), ("Input.Step", step), .. cause is null ? [] : ((string, string)[])[("Input.Cause", cause)]]);
        Assert.Equal(1, await visit.Page.Locator("main .notice-good").CountAsync());
        Assert.Equal(take, codes.Count);
        return codes;
    }

    // The boxes of one kecamatan come home; one of another leg was forgotten, and two boxes fewer were taken than given.
    private async Task BoxesAsync()
    {
        var kpu = await AtAsync("kpu");
        await HandOverAsync(kpu, "StoreToPpk", Kecamatan, 100, 100);
        await HandOverAsync(kpu, "TpsToPpk", $"{Kecamatan}.2001", 20, 18);
        var text = await kpu.Page.InnerTextAsync("main");
        Assert.Contains("Pasirian", text, StringComparison.Ordinal);
        Assert.True(await kpu.Page.Locator("#kotak-isi .warn").CountAsync() > 0, "No gap showed itself.");
        var desk = await AtAsync("desk");
        await NoteAsync(desk, Kecamatan, "BoxAtPpk", take: 12);
    }

    private static async Task HandOverAsync(Visit visit, string leg, string place, int given, int taken)
    {
        await visit.OpenAsync($"/hari-h/kotak{Day}");
        string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
        await SendAsync(
            visit, "serah", ("Input.Leg", leg), ("Input.Place", place), ("Input.On", Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Hour", "00.00"), ("Input.Given", Number(given)), ("Input.Taken", Number(taken)), ("Input.Seals", Number(taken)),
            ("Input.GivenBy", "Ketua PPS Contoh"), ("Input.TakenBy", "Ketua PPK Contoh"), ("Input.Note", "BAST 01"));
        Assert.Equal(1, await visit.Page.Locator("main .notice-good").CountAsync());
    }

    private async Task DayAfterAsync()
    {
        var operations = await AtAsync("kabagops");
        await operations.OpenAsync($"/hari-h/anev{Day}");
        await SendAsync(operations, "personel", ("Men.Kecamatan", Kecamatan), ("Men.Present", "40"), ("Men.Ill", "1"), ("Men.Dead", "0"), ("Men.NotBack", "0"));
        await SendAsync(operations, "perkara", ("Matter.Matter", "Pengawalan kotak dari PPK ke KPU"), ("Matter.Track", "Security"), ("Matter.Owner", "Polsek Pasirian"), ("Matter.Due", Now.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var text = await operations.Page.InnerTextAsync("main");
        Assert.Contains("12 dari", text, StringComparison.Ordinal);
        Assert.Contains("1 sakit", text, StringComparison.Ordinal);
        Assert.Contains("Pengawalan kotak dari PPK ke KPU", text, StringComparison.Ordinal);
    }

    // Wall and board in a hand, at a desk, and on the wall of a command centre.
    private async Task LookAsync()
    {
        foreach (var width in (int[])[390, 1440, 1920])
        {
            var desk = await AtAsync("desk");
            await desk.Page.SetViewportSizeAsync(width, width == 390 ? 844 : width == 1440 ? 900 : 1080);
            foreach (var path in (string[])[Board, $"/hari-h/dinding{Day}", "/kejadian"])
            {
                Assert.Equal(200, await desk.OpenAsync(path));
                Assert.Null(await desk.OverflowAsync());
                if (width != 1920) Assert.Empty(await desk.HindrancesAsync());
                if (!path.Contains("dinding", StringComparison.Ordinal)) continue;
                // A wall is seen by whoever stands in the room.
                var wall = await desk.Page.InnerTextAsync("body");
                foreach (var word in (string[])["rawan", "Contoh 0", "Kapolsek", "Simpang"]) Assert.DoesNotContain(word, wall, StringComparison.OrdinalIgnoreCase);
                if (width == 1920) Assert.True(await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"), "The wall does not fit on the wall.");
            }
        }
    }
}
