using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Territory.Import.Engine;
using TigaPilar.Server.Tests.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Pages;

public sealed class ImportPageTests : IAsyncLifetime
{
    private Installation _here = null!;
    private IReadOnlyList<SampleAccount> _accounts = [];

    public async ValueTask InitializeAsync() => (_here, _accounts) = await Installation.WithSampleAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task AFileIsLookedAtBeforeItIsAppliedAndStandsInTheHistory()
    {
        using var desk = await SignedInAsync("desk");
        var before = await _here.VillagesAsync();
        await SendAsync(desk, ImportKind.Villages, "kode_desa,nama,warna\n35.08.01.2001,Nama Baru,biru\n35.08.01.2998,Desa Mekar,\n");
        Assert.Contains("2 baris siap. Belum ada yang disimpan.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Nama Baru", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak dipakai: warna", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await _here.VillagesAsync());

        await desk.SendAsync("putusan", ("Putusan", "terapkan"));
        Assert.Contains("Tersimpan: 1 ditambah, 1 berubah.", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await _here.VillagesAsync());
        var entry = (await _here.AuditAsync())[^1];
        Assert.Equal(("villages.import", "35.08", true), (entry.Action, entry.AreaCode, entry.AccountId is not null));
        await desk.OpenAsync("/impor/riwayat");
        Assert.Contains("berkas.csv", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithOneBadRowIsRefusedWholeAndTheRowIsNamed()
    {
        using var desk = await SignedInAsync("desk");
        var before = await _here.StationsAsync();
        await SendAsync(desk, ImportKind.Stations, "kode_tps,jenis\n35.08.01.2001.801,reguler\n35.08.01.2001.ABC,reguler\n");
        Assert.Contains("1 dari 2 baris ditolak. Belum ada yang disimpan.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Baris 3, kolom kode_tps, \"35.08.01.2001.ABC\": bukan kode TPS", desk.Text, StringComparison.Ordinal);
        var address = desk.Address.AbsolutePath;
        await desk.OpenAsync($"{address}?lihat=ditandai");
        Assert.DoesNotContain("bukan kode TPS", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(address);
        await desk.SendAsync("putusan", ("Putusan", "terapkan"));
        Assert.Contains("Ada baris yang ditolak", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await _here.StationsAsync());

        await desk.SendAsync("putusan", ("Putusan", "terapkan-benar"));
        Assert.Contains("Tersimpan: 1 ditambah", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await _here.StationsAsync());
    }

    [Fact]
    public async Task APoliceSectorBringsStationsOfItsOwnKecamatanOnly()
    {
        using var kapolsek = await SignedInAsync("kapolsek");
        await kapolsek.OpenAsync("/impor");
        Assert.DoesNotContain("Villages", kapolsek.Page.QuerySelectorAll("input[name='Input.Kind']").Select(i => i.GetAttribute("value")), StringComparer.Ordinal);
        await SendAsync(kapolsek, ImportKind.Stations, "kode_tps,jenis\n35.08.01.2001.801,reguler\n");
        Assert.Contains("di luar wilayah tugas Anda", kapolsek.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportOfOthersAreasLooksAsIfItWereNotThere()
    {
        using var desk = await SignedInAsync("desk");
        await SendAsync(desk, ImportKind.Stations, "kode_tps,jenis\n35.08.01.2001.801,reguler\n");
        var path = desk.Address.AbsolutePath;
        using var kapolsek = await SignedInAsync("kapolsek");
        await kapolsek.OpenAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, kapolsek.Status);
        using var progress = await kapolsek.GetAsync($"{path}/kemajuan");
        Assert.Equal(HttpStatusCode.NotFound, progress.StatusCode);
        await desk.SendAsync("putusan", ("Putusan", "batalkan"));
        Assert.Contains("Dibatalkan; tidak ada yang disimpan.", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOfficeWithoutTheRightDoesNotGetIn()
    {
        using var reader = await SignedInAsync("dprd");
        await reader.OpenAsync("/impor");
        Assert.Equal(HttpStatusCode.Forbidden, reader.Status);
    }

    private async Task<Visitor> SignedInAsync(string name)
    {
        var visitor = new Visitor(_here.Address);
        await visitor.SignInAsync(_accounts.Single(a => a.Name == name));
        return visitor;
    }

    // Sends a file and waits until it was read.
    private async Task SendAsync(Visitor visitor, ImportKind kind, string text)
    {
        await visitor.OpenAsync("/impor");
        var election = await _here.AskAsync(d => d.Set<Server.Elections.Election>().Select(e => e.Code).FirstAsync());
        await visitor.SendAsync(
            "impor", [("Input.Kind", kind.ToString()), ("Input.Election", election)], ("Input.File", "berkas.csv", Encoding.UTF8.GetBytes(text)));
        for (var i = 0; i < 200 && visitor.Page.QuerySelector("output[data-poll]") is not null; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await visitor.OpenAsync(visitor.Address.AbsolutePath);
        }
    }
}
