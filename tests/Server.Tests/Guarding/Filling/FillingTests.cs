using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Signing;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding.Filling;

/// <summary>Who may change what on a sheet, and when.</summary>
[Trait("Database", "each")]
public sealed class FillingTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task WhatIsSignedIsChangedByNoUseCase()
    {
        var (plan, sheet, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(plan, sheet, officer, GuardPlanStage.InForce);
        using var ops = await InAsync("kabagops");
        // The forms of a sheet that is open, sent to one that is signed.
        await ops.OpenAsync($"/pengamanan/{house.OwnPlan}/polsek/{house.OwnSheet}");
        var before = await house.DigestAsync();
        foreach (var (form, fields) in new (string, (string, string)[])[]
        {
            ("tambah", [("Input.Part", "Member"), ("Input.Lines", "Orang Lain")]), ("kirim", [("Input.Version", "0")]), ("periksa", [("Input.Version", "0")]),
            ("kembalikan", [("Input.Reason", "x")]), ("hapus", []), ("berkas", []), ("ganti", [("Input.Reason", "sakit")]), ("ubah", [("Input.Name", "Lain"), ("Input.Version", "0")]),
        })
        {
            // The page does not even have the form.
            Assert.Equal(HttpStatusCode.BadRequest, await ops.PostAsync($"/pengamanan/{plan}/polsek/{sheet}?orang={officer}", form, fields));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await ops.PostAsync($"/pengamanan/{plan}/kesiapan", "plafon", [($"Input.Quota[{sheet}]", "9"), ("Input.Act", "save")]));
        await ops.PostAsync($"/pengamanan/{plan}/kesiapan", "pakai", []);
        Assert.Equal(before, await house.DigestAsync());
    }

    [Fact]
    public async Task SixtyDaysAfterVotingDayTheNumbersGoAndWhatWasSignedStillIsTheSame()
    {
        var (plan, sheet, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(plan, sheet, officer, GuardPlanStage.InForce);
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Server.Storage.Database>();
        var day = await database.Set<Server.Elections.Election>().Where(e => e.Code == "pemilu-contoh").Select(e => e.VotingDay!.Value).SingleAsync(cancel);
        // Within a transaction that is taken back: other tests need the numbers.
        await using var undone = await database.Database.BeginTransactionAsync(cancel);
        await database.Set<GuardOfficer>().Where(o => o.Id == officer).ExecuteUpdateAsync(s => s.SetProperty(o => o.Phone, "0800000001"), cancel);
        var signed = await PlanDigest.OfAsync(database, plan, cancel);
        await ForgetPhones.DeleteAsync(database, day.AddDays(60), cancel);
        Assert.True(await database.Set<GuardOfficer>().AnyAsync(o => o.Id == officer && o.Phone != null, cancel));
        await ForgetPhones.DeleteAsync(database, day.AddDays(61), cancel);
        Assert.False(await database.Set<GuardOfficer>().AnyAsync(o => o.Id == officer && o.Phone != null, cancel));
        Assert.Equal(signed, await PlanDigest.OfAsync(database, plan, cancel));
        await undone.RollbackAsync(cancel);
    }

    [Fact]
    public async Task AKapolsekFillsHisOwnSheetAndFindsNoOther()
    {
        var (plan, sheet, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(plan, sheet, officer, GuardPlanStage.InUse, "35.08.06");
        using var polsek = await InAsync("kapolsek");
        await polsek.OpenAsync("/pengamanan");
        Assert.Contains("Polsek Pasirian", polsek.Text, StringComparison.Ordinal);
        await polsek.OpenAsync($"/pengamanan/{plan}/polsek/{sheet}");
        Assert.Equal(HttpStatusCode.NotFound, polsek.Status);
        await polsek.OpenAsync($"/pengamanan/{house.OwnPlan}/polsek/{house.OwnSheet}");
        Assert.Equal(HttpStatusCode.OK, polsek.Status);
        Assert.NotNull(polsek.Page.QuerySelector("#nama-nama"));
        Assert.Null(polsek.Page.QuerySelector("#alasan"));
    }

    [Fact]
    public async Task TwoWhoNameMenAtOnceLoseNothingAndOneManStandsOnlyOnce()
    {
        var (plan, sheet, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(plan, sheet, officer, GuardPlanStage.InUse, quota: 40, groups: 20);
        var writers = await Task.WhenAll(InAsync("kabagops"), InAsync("kapolsek"), InAsync("kapolres"));
        await Task.WhenAll(writers.Select(async (visitor, who) =>
        {
            for (var i = 0; i < 10; i++)
            {
                await visitor.OpenAsync($"/pengamanan/{plan}/polsek/{sheet}");
                await visitor.SendAsync("tambah", ("Input.Part", "Member"), ("Input.Group", ""), ("Input.Lines", $"Orang {who}-{i}; Bripka; 77{who}{i:D2}"));
            }
        }));
        var men = await house.Here.AskAsync(d => d.Set<GuardOfficer>().Where(o => o.SheetId == sheet).ToListAsync());
        Assert.Equal(31, men.Count);
        Assert.All(men.Where(m => m.Group is not null).CountBy(m => m.Group!.Value), g => Assert.InRange(g.Value, 1, 2));
        await writers[0].OpenAsync($"/pengamanan/{plan}/polsek/{sheet}");
        await writers[0].SendAsync("tambah", ("Input.Part", "Reserve"), ("Input.Group", ""), ("Input.Lines", "Orang Baru; ; 1\nOrang Lain; Bripka; 77 0 05"));
        Assert.Contains("NRP 77 0 05 sudah ada dalam rencana ini. Tidak ada yang ditambahkan.", writers[0].Text, StringComparison.Ordinal);
        Assert.Equal(31, await house.Here.AskAsync(d => d.Set<GuardOfficer>().CountAsync(o => o.SheetId == sheet)));
        foreach (var writer in writers) writer.Dispose();
    }

    [Fact]
    public async Task AFormSentWithoutItsFieldsIsAnsweredAndKeepsNothing()
    {
        using var ops = await InAsync("kabagops");
        await ops.OpenAsync($"/pengamanan/{house.OwnPlan}/polsek/{house.OwnSheet}");
        await ops.SendAsync("tambah");
        Assert.Equal(HttpStatusCode.OK, ops.Status);
        Assert.Contains("Isi sekurangnya satu nama", ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoHandedASheetInDoesNotCheckItAndAStaleLookChecksNothing()
    {
        var (plan, sheet, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(plan, sheet, officer, GuardPlanStage.InUse, quota: 1);
        using var ops = await InAsync("kabagops");
        using var chief = await InAsync("kapolres");
        var address = $"/pengamanan/{plan}/polsek/{sheet}";
        await ops.OpenAsync(address);
        await ops.SendAsync("kirim");
        Assert.Contains("Tiap kelompok perlu Padal", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("tambah", ("Input.Part", "Padal"), ("Input.Group", ""), ("Input.Lines", "Padal Contoh; Iptu"));
        await ops.SendAsync("kirim");
        await ops.SendAsync("periksa");
        Assert.Contains("Yang mengirim tidak boleh memeriksa", ops.Text, StringComparison.Ordinal);
        await chief.OpenAsync(address);
        await ops.OpenAsync(address);
        await ops.SendAsync("kembalikan", ("Input.Reason", "keliru"));
        await ops.SendAsync("kirim");
        await chief.SendAsync("periksa");
        Assert.Contains("diubah orang lain", chief.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }

    private async Task AddAsync(Guid plan, Guid sheet, Guid officer, GuardPlanStage stage, string area = "35.08.04", int quota = 2, int groups = 1) => await house.Here.AskAsync(async d =>
    {
        var own = await d.Set<GuardPlanRecord>().AsNoTracking().SingleAsync(p => p.Id == house.OwnPlan);
        var version = await d.Set<GuardPlanRecord>().MaxAsync(p => p.Version) + 1;
        d.Add(new GuardPlanRecord { Id = plan, ElectionId = own.ElectionId, AreaCode = own.AreaCode, Version = version, CreatedAt = own.CreatedAt, Request = "{}", State = GuardPlanState.Ready, Stage = stage });
        d.Add(new PolsekSheet { Id = sheet, PlanId = plan, Name = "Polsek Contoh", Areas = area, Quota = quota });
        for (var g = 1; g <= groups; g++)
        {
            d.Add(new PlanGroup { PlanId = plan, Number = g, SheetId = sheet, Pattern = default, Officers = 2, Stations = 1, VillageCode = $"{area}.2001" });
            d.Add(new PlanStation { PlanId = plan, StationCode = $"{area}.2001.{g:D3}", Group = g, Linmas = 2 });
        }

        d.Add(new GuardOfficer { Id = officer, PlanId = plan, SheetId = sheet, Part = OfficerPart.Member, Group = 1, Name = "Orang Pertama" });
        await d.SaveChangesAsync();
        return 0;
    });
}
