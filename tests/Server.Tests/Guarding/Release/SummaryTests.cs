using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Release;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding.Release;

/// <summary>The plan stays with the Polres; the Desk gets counts by kecamatan, the Padal and their phones.</summary>
[Trait("Database", "each")]
public sealed class SummaryTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheDeskGetsCountsAndPadalAndNothingOfStationsClassesOrOfficers()
    {
        await AddPadalAsync();
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync($"/pengamanan/{house.OwnPlan}/kesiapan");
        await ops.SendAsync("ringkasan");
        Assert.Contains("Ringkasan sudah diterima Desk.", ops.Text, StringComparison.Ordinal);
        using var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/ringkasan-pam");
        Assert.Contains("1 TPS · 1 kelompok · 2 personel.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("1 personel dan 2 Linmas belum ada nama.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Iptu Padal Contoh", desk.Text, StringComparison.Ordinal);
        Assert.Contains("0800 000 111", desk.Text, StringComparison.Ordinal);
        Assert.Contains("baru saja", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Petugas Contoh", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rawan", desk.Text, StringComparison.OrdinalIgnoreCase);
        using var file = await ops.GetAsync($"/pengamanan/{house.OwnPlan}/ringkasan");
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var kept in (string[])["Petugas Contoh", "35.08.04.2001", "Rawan", "rawan"]) Assert.DoesNotContain(kept, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfAnotherInstallationIsTakenInOnceAndRefusedWhenChanged()
    {
        using var ops = await house.VisitAsync("kabagops");
        var bytes = await (await ops.GetAsync($"/pengamanan/{house.OwnPlan}/ringkasan")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/ringkasan-pam");
        var before = await CountAsync();
        await SendAsync(desk, "x.json", "{}"u8.ToArray());
        Assert.Contains("Ini bukan ringkasan", desk.Text, StringComparison.Ordinal);
        await SendAsync(desk, "x.json", bytes[..^20]);
        Assert.Contains("Ini bukan ringkasan", desk.Text, StringComparison.Ordinal);
        await SendAsync(desk, "x.json", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("Polsek Pasirian", "Polsek Palsu", StringComparison.Ordinal).Replace("Pemilu contoh", "Pemilu palsu", StringComparison.Ordinal)));
        Assert.Contains("berubah atau terpotong", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        await SendAsync(desk, "ringkasan.json", bytes);
        Assert.Contains("Ringkasan sudah dimuat.", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync());
        await SendAsync(desk, "ringkasan.json", bytes);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task NobodyReleasesAnotherKabupatensPlanAndTheCamatReadsNone()
    {
        using var other = await house.VisitAsync("lain");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/pengamanan/{house.OwnPlan}/ringkasan")).StatusCode);
        using var polsek = await house.VisitAsync("kapolsek");
        Assert.Equal(HttpStatusCode.NotFound, (await polsek.GetAsync($"/pengamanan/{house.OwnPlan}/ringkasan")).StatusCode);
        using var camat = await house.VisitAsync("camat");
        await camat.OpenAsync("/ringkasan-pam");
        Assert.Equal(HttpStatusCode.Forbidden, camat.Status);
    }

    [Fact]
    public async Task SixtyDaysAfterVotingDayThePadalAreGoneAndTheCountsStay()
    {
        var left = await house.Here.AskAsync(async d =>
        {
            var kept = new ReleasedSummary
            {
                Id = Guid.CreateVersion7(), ElectionCode = "lama", AreaCode = "35.08", VotingDay = new DateOnly(2024, 11, 27), MadeAt = DateTimeOffset.UnixEpoch, ReceivedAt = DateTimeOffset.UnixEpoch,
                FromFile = true, AccountId = Guid.Empty, By = "Desk Contoh",
                Content = System.Text.Json.JsonSerializer.Serialize(new GuardSummary(
                    GuardSummary.KnownFormat, "lama", "Pilkada lama", new DateOnly(2024, 11, 27), "35.08", "Lumajang", "Polres Contoh", 1, 1, null, DateTimeOffset.UnixEpoch,
                    [new SummaryKecamatan("35.08.04", "Pasirian", 1, 1, 2, 2, 2, 2)], [new SummaryPadal("Polsek Pasirian", "Padal Contoh", "Iptu", "0800 000 222", 1)])),
            };
            d.Add(kept);
            await d.SaveChangesAsync();
            await ForgetPhones.DeleteAsync(d, new DateOnly(2025, 1, 26), CancellationToken.None);
            Assert.Single(kept.Summary.Padal);
            await ForgetPhones.DeleteAsync(d, new DateOnly(2025, 1, 27), CancellationToken.None);
            return kept.Summary;
        });
        Assert.Empty(left.Padal);
        Assert.Single(left.Kecamatan);
    }

    private static Task SendAsync(Visitor desk, string name, byte[] content) => desk.SendAsync("ringkasan", [], ("Input.File", name, content));

    private Task<int> CountAsync() => house.Here.AskAsync(d => d.Set<ReleasedSummary>().CountAsync());

    private Task<int> AddPadalAsync() => house.Here.AskAsync(async d =>
    {
        var padal = new GuardOfficer { Id = Guid.CreateVersion7(), PlanId = house.OwnPlan, SheetId = house.OwnSheet, Part = OfficerPart.Padal, Name = "Padal Contoh", Rank = "Iptu", Phone = "0800 000 111" };
        d.Add(padal);
        (await d.Set<PlanGroup>().SingleAsync(g => g.PlanId == house.OwnPlan)).PadalId = padal.Id;
        return await d.SaveChangesAsync();
    });
}
