using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Import.Engine;
using TigaPilar.Server.Tests.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Pages;

public sealed class ChooseColumnsTests : IAsyncLifetime
{
    private const string Foreign = "Daftar Pemilih;;;\nNo Urut;Kodifikasi;Banyaknya;Suara Sah\n1;35.08.01.2001;241;200\n2;35.08.01.2001;263;210\n";
    private Installation _here = null!;
    private IReadOnlyList<SampleAccount> _accounts = [];

    public async ValueTask InitializeAsync() => (_here, _accounts) = await Installation.WithSampleAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task ColumnsThatAreNotKnownAreChosenByHandAndTheFileIsReadAgain()
    {
        using var desk = await SignedInAsync("desk");
        await SendAsync(desk, ImportKind.Voters, Foreign);
        Assert.Contains("Kolom berkas belum dikenali", desk.Text, StringComparison.Ordinal);
        Assert.Contains("241 · 263", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Suara Sah", desk.Page.QuerySelectorAll("option").Select(o => o.TextContent), StringComparer.Ordinal);

        await desk.SendAsync("kolom", ("kolom.village_code", "Kodifikasi"), ("kolom.number", "Kodifikasi"));
        Assert.Contains("Satu kolom dipilih untuk dua isian", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("kolom", ("kolom.village_code", "Kodifikasi"), ("kolom.number", "No Urut"), ("kolom.voters", "Suara Sah"));
        Assert.Contains("Kolom itu tidak pernah diambil", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("kolom", ("kolom.village_code", "Kodifikasi"), ("kolom.number", "No Urut"), ("kolom.voters", "Banyaknya"));
        await ReadAsync(desk);
        Assert.Contains("2 baris siap", desk.Text, StringComparison.Ordinal);
        Assert.Contains("suara atau calon tidak dibaca", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("putusan", ("Putusan", "terapkan"));
        Assert.Contains("Tersimpan: 0 ditambah, 2 berubah.", desk.Text, StringComparison.Ordinal);
        Assert.Equal(504, await _here.AskAsync(d => d.Set<Station>().Where(s => s.Code.StartsWith("35.08.01.2001.")).SumAsync(s => s.Voters)));
        var mapping = await _here.AskAsync(d => d.Set<ImportRecord>().Where(i => i.Kind == ImportKind.Voters).Select(i => i.Mapping).SingleAsync());
        Assert.Equal("{\"village_code\":\"Kodifikasi\",\"number\":\"No Urut\",\"voters\":\"Banyaknya\"}", mapping);
    }

    [Fact]
    public async Task AnImportIsTakenBackFromItsPageAfterSayingWhatGoes()
    {
        using var desk = await SignedInAsync("desk");
        var before = await _here.StationsAsync();
        await SendAsync(desk, ImportKind.Stations, "kode_tps,alamat\n35.08.01.2001.801,Balai\n35.08.01.2001.001,Gudang\n");
        await desk.SendAsync("putusan", ("Putusan", "terapkan"));
        var page = desk.Address.AbsolutePath;
        using (var kapolsek = await SignedInAsync("kapolsek"))
        {
            await kapolsek.OpenAsync($"{page}/urung");
            Assert.Equal(HttpStatusCode.NotFound, kapolsek.Status);
        }

        await desk.OpenAsync($"{page}/urung");
        Assert.Contains("1 baris yang ditambah dihapus, 1 baris yang berubah kembali ke nilai semula", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await _here.StationsAsync());
        await desk.SendAsync("urung");
        Assert.Equal(page, desk.Address.AbsolutePath);
        Assert.Contains("Dibatalkan: 1 baris yang ditambah dihapus", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await _here.StationsAsync());
        Assert.Equal("import.undo", (await _here.AuditAsync())[^1].Action);
        await desk.OpenAsync($"{page}/urung");
        Assert.Contains("Impor ini sudah dibatalkan", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverySampleFileIsTakenByItsOwnImport()
    {
        using var admin = await SignedInAsync("admin");
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            using var answer = await admin.GetAsync($"/impor/contoh/{ImportNames.Of(kind)}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var end = await _here.ImportAsync(kind, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), dryRun: true);
            Assert.Equal((0, false), (end.Record.Refused, end.Record.Unusable));
        }
    }

    [Fact]
    public async Task TheStationsPageAndFileTellOfVoters()
    {
        await _here.ImportAsync(ImportKind.Voters, "kode_tps,dpt,dpt_l,dpt_p\n35.08.01.2001.001,1241,620,621\n35.08.01.2001.002,-1,-1,-1\n");
        using var desk = await SignedInAsync("desk");
        await desk.OpenAsync("/tps?di=35.08.01.2001&urut=-pemilih");
        Assert.Contains("1.241 pemilih", desk.Text, StringComparison.Ordinal);
        Assert.Contains("1.241 (620/621)", desk.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        await desk.OpenAsync("/tps/pemilu-contoh/35.08.01.2001.002");
        Assert.Contains("−1 (−1/−1)", desk.Text, StringComparison.Ordinal);
        using var file = await desk.GetAsync("/tps/unduh?di=35.08.01.2001");
        Assert.Contains(";1241;620;621;;;", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<Visitor> SignedInAsync(string name)
    {
        var visitor = new Visitor(_here.Address);
        await visitor.SignInAsync(_accounts.Single(a => a.Name == name));
        return visitor;
    }

    private static async Task SendAsync(Visitor visitor, ImportKind kind, string text)
    {
        await visitor.OpenAsync("/impor");
        await visitor.SendAsync(
            "impor", [("Input.Kind", kind.ToString()), ("Input.Election", "pemilu-contoh")], ("Input.File", "berkas.csv", Encoding.UTF8.GetBytes(text)));
        await ReadAsync(visitor);
    }

    private static async Task ReadAsync(Visitor visitor)
    {
        for (var i = 0; i < 200 && visitor.Page.QuerySelector("output[data-poll]") is not null; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await visitor.OpenAsync(visitor.Address.AbsolutePath);
        }
    }
}
