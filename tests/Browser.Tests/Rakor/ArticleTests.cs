using Microsoft.Playwright;
using TigaPilar.Browser.Tests.Lampung;

namespace TigaPilar.Browser.Tests.Rakor;

/// <summary>
/// The five news articles that this product was made from, each as its secretary would hold that meeting: asked, attended,
/// written down, decided, followed up, verified, and carried into the next agenda. Who speaks is made up; offices and numbers
/// are the articles'. docs/guide/rakor.md tells them with the pictures taken here.
/// </summary>
[Collection(InAPlay.Name)]
public sealed class ArticleTests(RakorHouse house) : IClassFixture<RakorHouse>
{
    /// <summary>Article 0: Lumajang, rakor bersama TNI Polri at H-28, 21 kecamatan and all Kapolsek.</summary>
    [Fact]
    public async Task RakorBersamaOfLumajangAsksAllKapolsekAndItsDecisionIsDoneAndVerified()
    {
        var rakor = new Secretary(await house.SampleAsync("desk"));
        await rakor.PrepareAsync(
            "Joint", "Pengamanan persiapan jelang Pilkada", "Gedung Panti PKK", "Sekretaris Daerah", "Kabag Tata Pemerintahan", day: RakorHouse.VotingDay.AddDays(-28), election: true);
        await rakor.OpenAsync("");
        Assert.Contains("H-28", await rakor.Visit.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        await rakor.Visit.TakeAsync("rakor-acara");
        var asked = await rakor.InviteAsync(["Seluruh Kapolsek", "Seluruh Danramil", "Seluruh camat"], "Danyon, Batalyon 527", "Kabag Ops, Polres Lumajang");
        // 21 of each, a battalion without territory, and the Polres.
        Assert.Contains("65 unit, 65 surat", asked, StringComparison.Ordinal);
        await rakor.SendAsync("005/1/427.11/2026", "65");
        await rakor.Visit.TakeAsync("rakor-undangan");
        var present = await rakor.PresentAsync("Polsek");
        Assert.Contains("21 dari 65 unit hadir", present, StringComparison.Ordinal);
        Assert.Contains("Tidak ada unsur TNI", present, StringComparison.Ordinal);
        present = await rakor.PresentAsync();
        Assert.Contains("65 dari 65 unit hadir (100 %)", present, StringComparison.Ordinal);
        await rakor.Visit.TakeAsync("rakor-hadir");

        await rakor.MinutesAsync("Sekretaris Daerah membuka rapat dan menyampaikan bahwa Desk sudah dibentuk.", "Satpol PP menyiagakan 79 personel untuk berpatroli; Linmas kurang lebih 5.858 orang, dua di setiap TPS.");
        await rakor.DecideAsync("Patroli tiga pilar di Kecamatan Pasirian setiap pekan.");
        await rakor.DecideAsync("Semua pihak saling memberi informasi.");
        var patrol = await rakor.FollowUpAsync("Patroli tiga pilar", "Patroli tiga pilar Pasirian", "Polsek Pasirian", "Patrol");
        var news = await rakor.FollowUpAsync("Semua pihak", "Grup informasi Koramil", "Koramil Pasirian", "EarlyDetection");
        await rakor.Visit.TakeAsync("rakor-notulen");
        await rakor.OpenAsync("/rilis");
        Assert.Contains("Gedung Panti PKK", await rakor.Visit.Page.InputValueAsync("#rilis"), StringComparison.Ordinal);

        var kapolsek = await house.SampleAsync("kapolsek");
        await Secretary.ReportAsync(kapolsek, patrol, "Patroli Senin dan Kamis malam, tiga pilar lengkap.");
        // Whoever did it is not offered to verify it.
        await kapolsek.OpenAsync(patrol);
        Assert.Equal(0, await kapolsek.Page.Locator("#l-alasan").CountAsync());
        await Secretary.VerifyAsync(rakor.Visit, patrol, "Foto dan daftar petugas sesuai.");
        var danramil = await house.SampleAsync("danramil");
        await Secretary.ReportAsync(danramil, news, "Grup dibuat.");
        await Secretary.VerifyAsync(rakor.Visit, news, "Baru tiga desa yang masuk.", done: false);

        // What was sent back stands on the next agenda by itself.
        var next = new Secretary(rakor.Visit);
        await next.PrepareAsync("Joint", "Rakor lanjutan", "Pendopo", "Sekretaris Daerah", "Kabag Tata Pemerintahan");
        await next.OpenAsync("");
        var agenda = await next.Visit.Page.InnerTextAsync(".points");
        Assert.Contains("Grup informasi Koramil", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("Patroli tiga pilar Pasirian", agenda, StringComparison.Ordinal);
        await next.Visit.TakeAsync("rakor-berikut");
        house.AssertQuiet();
    }

    /// <summary>Article 1: Pasuruan, hybrid, 24 Forkopimcam, 24 kelurahan and 341 desa.</summary>
    [Fact]
    public async Task RakorLintasSektoralOfPasuruanAsks389UnitsBy437Letters()
    {
        var rakor = new Secretary(await house.InvitedAsync("Sekar Contoh Tapem", "tapem.pasuruan"));
        await rakor.PrepareAsync("CrossSector", "Persiapan pengamanan Pilkada", "Command Center", "Bupati", "Kabag Tata Pemerintahan", mode: "Hybrid");
        await rakor.AgendaAsync("Kesiapan pengamanan wilayah hukum", "Kabag Ops Polres Pasuruan");
        await rakor.AgendaAsync("Kesiapan wilayah hukum kota", "Kabag Ops Polresta Pasuruan");
        var asked = await rakor.InviteAsync(["Seluruh Forkopimcam", "Seluruh kepala desa", "Seluruh lurah"]);
        Assert.Contains("389 unit, 437 surat", asked, StringComparison.Ordinal);
        await rakor.SendAsync("005/1/Contoh/2026", "437");
        // One of each unit is enough: the village heads online, and of each Forkopimcam the camat.
        Assert.Contains("341 dari 389 unit hadir", await rakor.PresentAsync("Kepala Desa"), StringComparison.Ordinal);
        Assert.Contains("365 dari 389 unit hadir", await rakor.PresentAsync("Lurah"), StringComparison.Ordinal);
        Assert.Contains("389 dari 389 unit hadir (100 %), 389 dari 437 pejabat", await rakor.PresentAsync("Camat,"), StringComparison.Ordinal);
        await rakor.Visit.Page.FillAsync("#setidaknya", "389");
        await rakor.Visit.PressAsync("Simpan");
        await rakor.Visit.Page.GetByText("Setidaknya 389 unit").WaitForAsync();
        await rakor.Visit.TakeAsync("rakor-389");
        await rakor.MinutesAsync("Pj Bupati mengingatkan netralitas ASN dan kepala desa, masing-masing menurut aturannya.", "Perhatian terutama pada hasil akhir: hukum, ketertiban, keamanan.");
        await rakor.DecideAsync("Setiap Polres memetakan wilayah hukumnya untuk disikapi bersama.");
        var map = await rakor.FollowUpAsync("Setiap Polres", "Pemetaan wilayah hukum Polresta", "Polresta Pasuruan", "EarlyDetection");
        await rakor.SignAsync(rakor.Visit, house.Digits("tapem.pasuruan"));
        await rakor.SignAsync(await house.InvitedAsync("Andri Contoh Penjabat", "bupati.pasuruan"), house.Digits("bupati.pasuruan"));
        await rakor.CloseAsync();
        var operations = await house.InvitedAsync("Ratna Contoh Dua", "kabagops.polresta");
        await Secretary.ReportAsync(operations, map, "Peta terlampir di rapat berikutnya.");
        await Secretary.VerifyAsync(rakor.Visit, map, "Sudah dipaparkan.");
        await rakor.OpenAsync("/notulen");
        await rakor.Visit.Page.Locator("article", new() { HasText = "· Tuntas" }).WaitForAsync();
        house.AssertQuiet();
    }

    /// <summary>Article 2: Lumajang, the three pillars of 205 villages in the Pendopo, under a motto.</summary>
    [Fact]
    public async Task TheThreePillarsOf205VillagesAreAskedUnderAMotto()
    {
        var rakor = new Secretary(await house.SampleAsync("desk"));
        await rakor.PrepareAsync("ThreePillars", "Deteksi awal dan cegah dini", "Pendopo Kabupaten Lumajang", "Bupati", "Kabag Tata Pemerintahan", theme: "Tiga Pilar Desa Siap Menghadirkan Wilayah Damai");
        var asked = await rakor.InviteAsync(["Tiga pilar seluruh desa dan kelurahan", "Forkopimda Plus"]);
        // 205 villages of three each, and nine bodies of the kabupaten's forum in seven agencies.
        Assert.Matches(@"^21\d unit, 62\d surat", asked);
        await rakor.OpenAsync("/hadir");
        Assert.Contains("dari 205 unit", await rakor.Visit.Page.InnerTextAsync(".figures"), StringComparison.Ordinal);
        await rakor.OpenAsync("/undangan");
        await rakor.Visit.Page.FillAsync("#nomor", "005/2/427.11/2026");
        await rakor.Visit.Page.Locator("form:has(#nomor) button").ClickAsync();
        await rakor.Visit.Page.GetByText("Terkirim. PDF tiap surat sedang dibuat").WaitForAsync();
        // The village head of the sample comes and is marked by himself, on a phone.
        var kades = await house.SampleAsync("kades");
        await kades.OpenAsync(rakor.Meeting);
        await kades.PressAsync("Hadir");
        await kades.Page.GetByText("Akan hadir.").WaitForAsync();
        await rakor.OpenAsync("/pintu");
        var door = new Uri(await rakor.Visit.Page.InnerTextAsync("main p.code"));
        await kades.OpenAsync(door.AbsolutePath);
        await kades.PressAsync("Saya hadir");
        await kades.Page.GetByText("Kehadiran Anda tercatat").WaitForAsync();
        await rakor.MinutesAsync("Polsek Rowokangkung menjadi contoh: bebas dari pencurian hewan karena sistem pengamanan terpadu.");
        await rakor.DecideAsync("Kecamatan lain menerapkan sistem pengamanan terpadu di wilayah masing-masing.");
        var adopt = await rakor.FollowUpAsync("Kecamatan lain", "Sistem pengamanan terpadu", "Pemerintah Kabupaten Lumajang", "Guidance", "Kecamatan");
        await rakor.OpenAsync("/notulen");
        await rakor.Visit.Page.GetByText("0 dari 21 tuntas").WaitForAsync();
        var camat = await house.SampleAsync("camat");
        await camat.OpenAsync("/tindak-lanjut/instansi-saya");
        await camat.Page.GetByText("Sistem pengamanan terpadu").First.WaitForAsync();
        Assert.NotEmpty(adopt);
        house.AssertQuiet();
    }

    /// <summary>Article 3: Lampung Tengah, held by Kesbangpol; eight bodies, nobody of the army, one comes for another.</summary>
    [Fact]
    public async Task TheRakorOfLampungTengahHasEightBodiesNobodyOfTheArmyAndOneProxy()
    {
        var rakor = new Secretary(await house.InvitedAsync("Intan Contoh Plt", "kesbangpol"));
        await rakor.PrepareAsync("CrossSector", "Persiapan penyelenggaraan Pemilu", "Aula Hotel BBC Bandarjaya", "Bupati", "Kepala Badan Kesbangpol");
        string[] bodies =
        [
            "Bupati, Pemerintah Kabupaten Lampung Tengah", "Kapolres, Polres Lampung Tengah", "Ketua Pengadilan Negeri, Pengadilan Negeri Gunung Sugih", "Kepala Kejaksaan Negeri, Kejaksaan Negeri Gunung Sugih",
            "Ketua Bawaslu, Bawaslu Kabupaten Lampung Tengah", "Ketua KPU, KPU Kabupaten Lampung Tengah", "Kepala Dinas Kesehatan, Dinas Kesehatan Lampung Tengah",
        ];
        var asked = await rakor.InviteAsync(["Seluruh camat"], bodies);
        // Seven bodies beside the camat, of whom there are 28.
        Assert.Contains("35 unit, 35 surat", asked, StringComparison.Ordinal);
        await rakor.SendAsync("005/3/Contoh/2026", "35");
        await rakor.RepresentedAsync("Ketua Bawaslu, Bawaslu Kabupaten Lampung Tengah", "Harum Contoh, Anggota Bawaslu");
        var present = await rakor.PresentAsync();
        Assert.Contains("35 dari 35 unit hadir (100 %)", present, StringComparison.Ordinal);
        // Said, and no hindrance.
        Assert.Contains("Tidak ada unsur TNI", present, StringComparison.Ordinal);
        await rakor.MinutesAsync("Kapolres memaparkan pola pengamanan TPS.", "Ketua KPU: kendala hanya penyaluran logistik ke Bandar Mataram.", "Bawaslu belum menerima laporan kecurangan; informasi awal dari masyarakat banyak.");
        await rakor.DecideAsync("Dukungan kendaraan untuk logistik ke Bandar Mataram.");
        var support = await rakor.FollowUpAsync("Dukungan kendaraan", "Dua kendaraan untuk KPU ke Bandar Mataram", "Polres Lampung Tengah", "SupportKpu");
        var chief = await house.InvitedAsync("Bagas Contoh Lampung", "kapolres.lampung");
        await Secretary.ReportAsync(chief, support, "Dua truk siap.");
        await Secretary.VerifyAsync(rakor.Visit, support, "Dikonfirmasi KPU.");
        await rakor.OpenAsync("/notulen");
        await rakor.Visit.Page.Locator("article", new() { HasText = "· Tuntas" }).WaitForAsync();
        house.AssertQuiet();
    }

    /// <summary>Article 4: Lumajang without an election; the village security task force is called to life again in 198 desa.</summary>
    [Fact]
    public async Task TheRakorOnSkdGivesEachOf198DesaItsPart()
    {
        var rakor = new Secretary(await house.SampleAsync("desk"));
        await rakor.PrepareAsync("Working", "Peningkatan stabilitas keamanan dan penguatan SKD", "Aula BKD", "Bupati", "Kabag Tata Pemerintahan");
        Assert.Contains("21 unit, 63 surat", await rakor.InviteAsync(["Seluruh Forkopimcam"]), StringComparison.Ordinal);
        await rakor.SendAsync("005/4/427.11/2026", "63");
        await rakor.PresentAsync();
        await rakor.MinutesAsync("Hasil rakor ditindaklanjuti dengan kegiatan di lapangan.");
        await rakor.DecideAsync("Mengaktifkan kembali peran SKD di seluruh desa.");
        // Kelurahan have none: 198 of the 205.
        var skd = await rakor.FollowUpAsync("Mengaktifkan kembali", "SKD aktif kembali", "Pemerintah Kabupaten Lumajang", "Guidance", "Desa");
        await rakor.Visit.Page.GetByText("0 dari 198 tuntas").WaitForAsync();
        var kades = await house.SampleAsync("kades");
        await kades.OpenAsync("/tindak-lanjut/instansi-saya");
        await kades.Page.GetByRole(AriaRole.Link, new() { Name = "SKD aktif kembali" }).First.ClickAsync();
        await kades.ArriveAsync(url => url.Contains("/tindak-lanjut/", StringComparison.Ordinal) && !url.Contains("instansi-saya", StringComparison.Ordinal));
        var own = kades.Path;
        await Secretary.ReportAsync(kades, own, "SKD 30 orang, jadwal ronda terbit.");
        var camat = await house.SampleAsync("camat");
        await Secretary.VerifyAsync(camat, own, "Diperiksa bersama Kapolsek dan Danramil.");
        await rakor.OpenAsync("/notulen");
        await rakor.Visit.Page.GetByText("1 dari 198 tuntas").WaitForAsync();
        await rakor.Visit.OpenAsync(skd);
        Assert.Contains("198", await rakor.Visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await rakor.Visit.TakeAsync("rakor-skd", "main table");
        house.AssertQuiet();
    }
}
