using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Readiness;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Readiness;

/// <summary>What agencies state of themselves: who fills it in, who signs, how long it holds, what hinders.</summary>
[Trait("Database", "each")]
public sealed class ReadinessTests(House house) : IClassFixture<House>
{
    private const string Mine = "/kesiapan-instansi/saya";

    [Fact]
    public async Task AnAgencyIsReadyOnceAllIsStatedAndItsHeadHasSignedWhatStandsThere()
    {
        var officer = await house.VisitAsync("pasiops");
        await officer.OpenAsync(Mine);
        await officer.SendAsync("pernyataan", [.. Enumerable.Range(0, 6).Select(i => (Name(i, "State"), "Ready"))]);
        Assert.Contains("6 siap, 0 ada kendala, 0 belum", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Belum ditandatangani", officer.Text, StringComparison.Ordinal);
        Assert.Empty(officer.Page.QuerySelectorAll("#kode-ttd"));
        await officer.PostAsync(Mine, "tanda-tangan", ("Signed.Code", AccountMaker.CodeAt(house["pasiops"].TotpKey, TimeProvider.System.GetUtcNow())));
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<ReadinessSignature>().CountAsync(s => s.AgencyId == house.OwnAgency)));
        Assert.Equal(AgencyState.NotStated, await StateAsync(house.OwnAgency, 0));

        var head = await house.VisitAsync("dandim");
        await SignAsync(head);
        Assert.Contains("Pernyataan sudah ditandatangani", head.Text, StringComparison.Ordinal);
        Assert.Equal(AgencyState.Ready, await StateAsync(house.OwnAgency, 0));

        // An obstacle says what it is; and what has changed is signed anew.
        await officer.OpenAsync(Mine);
        await officer.SendAsync("pernyataan", [.. Enumerable.Range(0, 6).Select(i => (Name(i, "State"), i == 1 ? "Hindered" : "Ready"))]);
        Assert.Contains("isi kendalanya", officer.Text, StringComparison.Ordinal);
        Assert.Equal(AgencyState.Ready, await StateAsync(house.OwnAgency, 0));
        await head.OpenAsync(Mine);
        await officer.SendAsync("pernyataan", [.. Enumerable.Range(0, 6).Select(i => (Name(i, "State"), i == 1 ? "Hindered" : "Ready")), (Name(1, "Note"), "Dua truk di bengkel")]);
        Assert.Contains("lalu berubah", officer.Text, StringComparison.Ordinal);
        // Who had the page open before is told, and puts nothing back.
        await head.SendAsync("pernyataan", [.. Enumerable.Range(0, 6).Select(i => (Name(i, "State"), "Ready"))]);
        Assert.Contains("Rekan Anda baru saja mengubah jawaban", head.Text, StringComparison.Ordinal);
        Assert.Equal(AgencyState.NotStated, await StateAsync(house.OwnAgency, 0));
        await SignAsync(head);
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/kesiapan-instansi?keadaan=Hindered");
        Assert.Contains("1 ada kendala", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Kodim 0821 Lumajang", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync("/");
        Assert.Contains("1 ada kendala", desk.Text, StringComparison.Ordinal);
        using var table = await desk.GetAsync("/kesiapan-instansi/unduh");
        Assert.EndsWith("spreadsheetml.sheet", table.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatHoldsUntilADayIsOpenAgainTheDayAfter()
    {
        var (agency, election) = (await AgencyAsync("Satpol PP Kabupaten Lumajang"), await ElectionAsync());
        var today = house.Here.Services.GetService(typeof(OfficeClock)) is OfficeClock clock ? clock.Today : default;
        ReadinessAnswer[] answers =
        [
            .. ((string[])["Personel", "Kendaraan", "Alat komunikasi", "Logistik", "Posko", "Rencana"])
                .Select(p => new ReadinessAnswer { AgencyId = agency, ElectionId = election, Point = p, State = PointState.Ready, Until = p == "Kendaraan" ? today.AddDays(5) : null, By = "Contoh", At = TimeProvider.System.GetUtcNow() }),
        ];
        await house.Here.WithAsync(async (Database d) =>
        {
            d.AddRange(answers);
            d.Add(new ReadinessSignature { AgencyId = agency, ElectionId = election, AccountId = Guid.Empty, By = "Kepala Contoh", At = TimeProvider.System.GetUtcNow(), Digest = ReadinessBoard.DigestOf(answers) });
            return await d.SaveChangesAsync();
        });
        Assert.Equal(AgencyState.Ready, await StateAsync(agency, 5));
        Assert.Equal(AgencyState.NotStated, await StateAsync(agency, 6));

        // A point that the Desk adds is open for every agency of the kind; one that it takes away is not asked any more.
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/kesiapan-instansi/daftar");
        await desk.SendAsync("daftar-Government", ("Input.Lines", "Personel\nPosko\nDapur umum"));
        Assert.Equal(AgencyState.NotStated, await StateAsync(agency, 0));
        await desk.SendAsync("daftar-Government", ("Input.Lines", "Personel\nPosko"));
        Assert.Equal(AgencyState.Ready, await StateAsync(agency, 6));
    }

    [Fact]
    public async Task AnObstacleIsNotedByItsAgencyTakenFurtherByTheDeskAndSolvedWithAResult()
    {
        const string register = "/kesiapan-instansi/kendala";
        var police = await house.VisitAsync("kabagops");
        await police.OpenAsync(register);
        await police.SendAsync("kendala", ("New.What", "HT rusak di tiga Polsek"), ("New.Due", TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var obstacle = await house.Here.AskAsync(d => d.Set<Obstacle>().SingleAsync(o => o.What == "HT rusak di tiga Polsek"));
        Assert.Empty(police.Page.QuerySelectorAll($"input[value='eskalasi-{obstacle.Id}']"));
        var camat = await house.VisitAsync("camat");
        await camat.OpenAsync(register);
        Assert.Contains("HT rusak", camat.Text, StringComparison.Ordinal);
        await camat.PostAsync(register, $"tuntas-{obstacle.Id}", ("Change.Id", obstacle.Id.ToString()), ("Change.Result", "Bukan urusan saya."));
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync(register);
        await desk.SendAsync($"eskalasi-{obstacle.Id}");
        Assert.Contains("Dieskalasi", desk.Text, StringComparison.Ordinal);
        await police.OpenAsync(register);
        await police.SendAsync($"tuntas-{obstacle.Id}", ("Change.Result", "Dipinjami Kominfo"));
        Assert.Contains("Dipinjami Kominfo", police.Text, StringComparison.Ordinal);
        var end = await house.Here.AskAsync(d => d.Set<Obstacle>().AsNoTracking().SingleAsync(o => o.Id == obstacle.Id));
        Assert.True(end is { EscalatedAt: not null, SolvedAt: not null, Result: "Dipinjami Kominfo" });
        Assert.Contains("Kabag Ops", end.SolvedBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AgenciesOfAnotherKabupatenAndThoseThatStateNothingAreNotFound()
    {
        var desk = await house.VisitAsync("desk");
        foreach (var id in (Guid[])[house.OtherAgency, await AgencyAsync("Polsek Pasirian"), await AgencyAsync("DPRD Kabupaten Lumajang"), Guid.CreateVersion7()])
        {
            using var answer = await desk.GetAsync($"/kesiapan-instansi/{id}");
            Assert.Equal((id, HttpStatusCode.NotFound), (id, answer.StatusCode));
        }

        // What the Desk may do it may not do to another's.
        await desk.OpenAsync("/kesiapan-instansi/kendala");
        await desk.PostAsync("/kesiapan-instansi/kendala", $"eskalasi-{house.OtherObstacle}", ("Change.Id", house.OtherObstacle.ToString()));
        Assert.Null(await house.Here.AskAsync(d => d.Set<Obstacle>().Where(o => o.Id == house.OtherObstacle).Select(o => o.EscalatedAt).SingleAsync()));
        // A Kapolsek states nothing; a reader reads and writes nothing.
        var polsek = await house.VisitAsync("kapolsek");
        await polsek.OpenAsync(Mine);
        Assert.Contains("tidak menyampaikan kesiapan", polsek.Text, StringComparison.Ordinal);
        var dprd = await house.VisitAsync("dprd");
        await dprd.OpenAsync($"/kesiapan-instansi/{house.OwnAgency}");
        Assert.Equal(HttpStatusCode.OK, dprd.Status);
        await dprd.OpenAsync(Mine);
        Assert.Equal(HttpStatusCode.Forbidden, dprd.Status);
    }

    private static string Name(int point, string field) => string.Create(CultureInfo.InvariantCulture, $"Input.Points[{point}].{field}");

    private async Task SignAsync(Visitor head)
    {
        await head.OpenAsync(Mine);
        await head.SendAsync("tanda-tangan", ("Signed.Code", AccountMaker.CodeAt(house["dandim"].TotpKey, TimeProvider.System.GetUtcNow())));
    }

    private Task<Guid> AgencyAsync(string name) => house.Here.AskAsync(d => d.Set<Agency>().Where(a => a.Name == name).Select(a => a.Id).SingleAsync());

    private async Task<int> ElectionAsync() => (await house.Here.AskAsync(d => ElectionQueries.IdOfAsync(d, "pemilu-contoh", CancellationToken.None)))!.Value;

    // As it stands so many days from now.
    private async Task<AgencyState> StateAsync(Guid agency, int days)
    {
        var election = await ElectionAsync();
        var clock = new OfficeClock(new Later(TimeSpan.FromDays(days)), OfficeClock.ZoneOf("WIB")!);
        return (await house.Here.AskAsync(d => ReadinessBoard.OfAsync(d, AreaSet.Of(House.OwnKabupaten), election, clock, CancellationToken.None))).Single(a => a.Agency.Id == agency).State;
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
