using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Messages;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Messages;

/// <summary>Between the kabupaten and its villages: who has read what, what each answered, and to whom a village writes.</summary>
[Trait("Database", "each")]
public sealed class MessageTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AQuestionToAllVillagesTellsWhoHasReadItAndWhatEachAnswered()
    {
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/pesan/baru");
        await desk.SendAsync(
            "pesan", ("Input.Groups", Number(OfficeGroup.VillageHeads)), ("Input.Groups", Number(OfficeGroup.WardHeads)), ("Input.Kind", "Question"),
            ("Input.AnswerBy", TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Subject", "Poskamling aktif"), ("Input.Body", "Berapa poskamling yang aktif malam ini?"));
        Assert.Contains("0 dari 205 sudah membaca", desk.Text, StringComparison.Ordinal);
        var address = desk.Address.AbsolutePath;

        var kades = await house.VisitAsync("kades");
        await kades.OpenAsync("/");
        Assert.Contains("Poskamling aktif", kades.Text, StringComparison.Ordinal);
        await kades.OpenAsync(address);
        // What the others answered is not his to read.
        Assert.DoesNotContain("dari 205", kades.Text, StringComparison.Ordinal);
        var copy = await house.Here.AskAsync(d => d.Set<MessageCopy>().SingleAsync(c => c.SeenAt != null && c.Message!.Subject == "Poskamling aktif"));
        await kades.SendAsync($"jawab-{copy.Id}", ("Reply.Answer", "Tiga, semuanya terisi."));
        Assert.Contains("Jawaban terkirim", kades.Text, StringComparison.Ordinal);
        await desk.OpenAsync(address);
        Assert.Contains("1 dari 205 sudah membaca, 1 sudah menjawab", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Tiga, semuanya terisi.", desk.Text, StringComparison.Ordinal);

        // A camat to whom it did not go finds nothing, and answers nobody's copy.
        var camat = await house.VisitAsync("camat");
        await camat.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, camat.Status);
        await camat.OpenAsync("/pesan/baru");
        await camat.PostAsync(address, $"jawab-{copy.Id}", ("Reply.Copy", copy.Id.ToString()), ("Reply.Answer", "Bukan jawaban saya."));
        Assert.Equal("Tiga, semuanya terisi.", await house.Here.AskAsync(d => d.Set<MessageCopy>().Where(c => c.Id == copy.Id).Select(c => c.Answer).SingleAsync()));
    }

    [Fact]
    public async Task AVillageWritesToTheThreeAboveItAndToNobodyElse()
    {
        var kades = await house.VisitAsync("kades");
        await kades.OpenAsync("/pesan/baru");
        await kades.SendAsync("pesan", ("Input.Groups", Number(OfficeGroup.VillageHeads)), ("Input.Subject", "Ke semua desa"), ("Input.Body", "Tidak boleh."));
        Assert.Contains("Pilih kepada siapa", kades.Text, StringComparison.Ordinal);
        await kades.SendAsync(
            "pesan", ("Input.Groups", Number(OfficeGroup.Camat)), ("Input.Groups", Number(OfficeGroup.Kapolsek)), ("Input.Groups", Number(OfficeGroup.Danramil)),
            ("Input.Subject", "Jembatan putus"), ("Input.Body", "Jalan ke dua TPS terputus sejak subuh."));
        Assert.Equal(["Camat, Kecamatan Pasirian", "Danramil, Koramil Pasirian", "Kapolsek, Polsek Pasirian"], await house.Here.AskAsync(d =>
            d.Set<MessageCopy>().Where(c => c.Message!.Subject == "Jembatan putus").Select(c => c.Office).Order().ToListAsync()));
        var kapolsek = await house.VisitAsync("kapolsek");
        await kapolsek.OpenAsync(kades.Address.AbsolutePath);
        Assert.Contains("Jalan ke dua TPS terputus", kapolsek.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APolsekOfTwoKecamatanWritesToTheVillagesOfBoth()
    {
        var both = await house.Here.AskAsync(async d =>
        {
            var polsek = await d.Set<Office>().Where(o => o.Title == "Kapolsek" && o.Agency!.Name == "Polsek Pasirian").Select(o => o.JurisdictionId!.Value).SingleAsync();
            if (!await d.Set<JurisdictionArea>().AnyAsync(a => a.JurisdictionId == polsek && a.AreaCode == "35.08.05"))
            {
                d.Add(new JurisdictionArea { JurisdictionId = polsek, AreaCode = "35.08.05" });
                await d.SaveChangesAsync();
            }

            return await d.Set<Office>().CountAsync(o => o.Title == "Kepala Desa" && (o.AreaCode!.StartsWith("35.08.04.") || o.AreaCode!.StartsWith("35.08.05.")));
        });
        var kapolsek = await house.VisitAsync("kapolsek");
        await kapolsek.OpenAsync("/pesan/baru");
        await kapolsek.SendAsync("pesan", ("Input.Groups", Number(OfficeGroup.VillageHeads)), ("Input.Kind", "Notice"), ("Input.Subject", "Patroli malam"), ("Input.Body", "Mulai malam ini."));
        Assert.Equal(both, await house.Here.AskAsync(d => d.Set<MessageCopy>().CountAsync(c => c.Message!.Subject == "Patroli malam")));
    }

    private static string Number(OfficeGroup group) => ((int)group).ToString(CultureInfo.InvariantCulture);
}
