using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Risk;

/// <summary>The list of classes goes out as a file and comes back filled in.</summary>
[Trait("Database", "each")]
public sealed class ClassFileTests(House house) : IClassFixture<House>
{
    private const string Page = "/kelas?pemilihan=pemilu-contoh";
    private static readonly string Soon = Day(30);

    [Fact]
    public async Task TheFileThatGoesOutIsFilledInAndTakenBack()
    {
        using var ops = await house.VisitAsync("kabagops");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(ops, "/kelas/unduh?pemilihan=pemilu-contoh&di=35.08.05"));
        Assert.True(rows.Count > 20);
        Assert.All(rows, r => Assert.Equal(("", "Belum ditetapkan; dihitung"), (r["Kelas"], r["Keterangan"][..26])));
        (rows[3]["Kelas"], rows[3]["Alasan"], rows[3]["Berlaku sampai"]) = ("Sangat rawan", "jembatan putus", Day(10));
        rows[4]["Kelas"] = "rawan";
        await SendAsync(ops, Workbooks.Written(rows), "kelas.xlsx");
        Assert.Contains("2 TPS sudah ditetapkan", ops.Text, StringComparison.Ordinal);
        var own = Assert.Single(await OfAsync(rows[3]["Kode TPS"]));
        Assert.Equal((StationClass.SangatRawan, "jembatan putus", Day(10)), (own.Class, own.Reason, own.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var shared = Assert.Single(await OfAsync(rows[4]["Kode TPS"]));
        Assert.Equal((StationClass.Rawan, "pemetaan", Soon), (shared.Class, shared.Reason, shared.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        // What comes out now changes nothing when it comes back.
        var again = Workbooks.Rows(await Workbooks.DownloadAsync(ops, "/kelas/unduh?pemilihan=pemilu-contoh&di=35.08.05"));
        Assert.Equal(("Sangat rawan", "jembatan putus"), (again[3]["Kelas"], again[3]["Alasan"]));
        await SendAsync(ops, Workbooks.Written(again), "kelas.xlsx");
        Assert.Contains("0 TPS sudah ditetapkan", ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachWrongCellIsNamedAndNothingIsTaken()
    {
        using var ops = await house.VisitAsync("kabagops");
        await SendAsync(ops, Encoding.UTF8.GetBytes($"kode_tps;kelas;berlaku_sampai\n35.08.06.2001.001;rawan;{Soon}\n35.08.06.2001.002;gawat;\n99.08.06.2001.001;rawan;\n35.08.06.2001.001;rawan;2001-01-01\n"), "kelas.csv");
        var told = ops.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent).ToList();
        Assert.Equal(4, told.Count);
        Assert.Contains("Baris 3, kolom kelas, \"gawat\": kelas tidak dikenal; diharapkan kurang rawan", told[0], StringComparison.Ordinal);
        Assert.Contains("Baris 4, kolom kode_tps", told[1], StringComparison.Ordinal);
        Assert.Contains("Baris 5, kolom kode_tps, \"35.08.06.2001.001\": sudah ada di baris 2", told[2], StringComparison.Ordinal);
        Assert.Contains("diharapkan tanggal antara hari ini dan setahun ke depan", told[3], StringComparison.Ordinal);
        Assert.Empty(await OfAsync("35.08.06.2001.001"));
    }

    [Fact]
    public async Task AFileThatIsNoTableIsTold()
    {
        using var ops = await house.VisitAsync("kabagops");
        await SendAsync(ops, [0x89, 0x50, 0x4E, 0x47, 0, 0, 1], "foto.png");
        Assert.Equal(HttpStatusCode.OK, ops.Status);
        Assert.NotNull(ops.Page.QuerySelector(".notice-bad li"));
    }

    [Theory]
    [InlineData("camat")]
    [InlineData("kades")]
    [InlineData("desk")]
    public async Task WhoIsNotShownClassesDownloadsNone(string who)
    {
        using var visitor = await house.VisitAsync(who);
        using var response = await visitor.GetAsync("/kelas/unduh?pemilihan=pemilu-contoh");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task WhoOnlyReadsSendsNoFile()
    {
        using var kpu = await house.VisitAsync("kpu");
        await kpu.OpenAsync(Page);
        Assert.Equal(HttpStatusCode.OK, kpu.Status);
        Assert.Null(kpu.Page.QuerySelector("input[type=file]"));
    }

    private static async Task SendAsync(Visitor ops, byte[] file, string name)
    {
        await ops.OpenAsync(Page);
        await ops.SendAsync("kelas", [("Input.Whom", "file"), ("Input.Class", "Rawan"), ("Input.Until", Soon), ("Input.Reason", "pemetaan")], ("Input.File", name, file));
    }

    private static string Day(int ahead) => TimeProvider.System.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<List<StationAssessment>> OfAsync(string code) => house.Here.AskAsync(d => d.Set<StationAssessment>().Where(a => a.StationCode == code).ToListAsync());
}
