using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.VotingDay;
using TigaPilar.Server.VotingDay.Boxes;
using TigaPilar.Server.VotingDay.Contract;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.Tests.VotingDay;

/// <summary>A voting day from the phone of a pair to the wall of the command centre.</summary>
[Trait("Database", "each")]
public sealed class VotingDayTests(House house) : IClassFixture<House>
{
    private const string Village = "35.08.04.2001";

    [Fact]
    public async Task APairTellsOfItsGroupByOnePressAndThePoskoSeesIt()
    {
        await TodayAsync();
        // Of a day long over its number was forgotten.
        await house.Here.AskAsync(d => d.Set<GuardOfficer>().Where(o => o.PlanId == house.OwnDayPlan).ExecuteUpdateAsync(s => s.SetProperty(o => o.Phone, "081200000777")));
        var page = $"/hari-h/kelompok/{house.OwnDayPlan}/1";
        using var pair = await house.VisitAsync("kapolsek");
        await pair.OpenAsync(page);
        Assert.Contains("Kelompok 001 · 2 TPS", pair.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(pair.Page.QuerySelector("a[href='tel:081200000777']"));
        var id = pair.Page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Id']").First().Value;
        await pair.SendAsync("kelompok", ("Input.Step", "Opened"), ("Input.All", "true"));
        Assert.Contains("Sudah diterima posko", pair.Text, StringComparison.Ordinal);
        // A phone without signal sends again when it can: it is the same word.
        Assert.Equal(HttpStatusCode.OK, await pair.PostAsync(page, "kelompok", ("Input.Id", id), ("Input.Step", "Opened"), ("Input.All", "true")));
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<StationWord>().CountAsync(w => w.SentId == Guid.Parse(id))));
        Assert.Equal([(DayState.Opened, true), (DayState.Opened, true)], (await KnownAsync()).Select(d => (d.State!.Value, d.Supplies!.Value)));

        // All but one: the other is safe.
        await pair.SendAsync("kelompok", ("Input.Step", "Opened"), ($"Input.Causes[{Village}.002]", "Other"));
        Assert.Contains("Tulis apa sebab lainnya", pair.Text, StringComparison.Ordinal);
        await pair.SendAsync("kelompok", ("Input.Step", "Opened"), ($"Input.Causes[{Village}.002]", "Other"), ("Input.Note", "kunci balai belum ada"));
        Assert.Equal([DayState.Opened, DayState.NotOpened], (await KnownAsync()).Select(d => d.State!.Value));
        using var desk = await house.VisitAsync("desk");
        await desk.OpenAsync($"/hari-h?pemilihan={VotingDaySample.Election}");
        Assert.Contains("kunci balai belum ada", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Kepada Yth. Kapolres. Mohon izin melaporkan perkembangan situasi pemungutan suara Kabupaten Lumajang pukul", desk.Text, StringComparison.Ordinal);
        Assert.Contains("lain-lain 1", desk.Text, StringComparison.Ordinal);

        // Which stations one pair guards is for those who read the plan; and nothing of elsewhere.
        foreach (var (who, path) in ((string, string)[])[("desk", page), ("camat", page), ("kapolsek", $"/hari-h/kelompok/{house.OtherDayPlan}/1"), ("kapolsek", $"/hari-h/kelompok/{house.OwnDayPlan}/2")])
        {
            using var other = await house.EnterAsync(who);
            await other.OpenAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        // Whom to ring is for the Desk too, and that it looked is kept.
        await desk.OpenAsync($"/hari-h/padal?pemilihan={VotingDaySample.Election}&tps={Village}.002");
        Assert.Contains("081200000777", desk.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("a[href^='/hari-h/kelompok/']"));
        Assert.True(await house.Here.AskAsync(d => d.Set<AuditEntry>().AnyAsync(e => e.Action == "votingday.padal")));
    }

    [Fact]
    public async Task WhatAPoskoNotesLateDoesNotUndoWhatIsKnownAndWordsAreNeverChanged()
    {
        await TodayAsync();
        var clock = house.Here.Services.GetRequiredService<OfficeClock>();
        // In the first minutes of a day no hour of it is past.
        if (clock.Now.TimeOfDay < TimeSpan.FromMinutes(3)) return;
        var station = "35.08.04.2002.001";
        using var desk = await house.VisitAsync("desk");
        await NoteAsync(desk, station, ("Input.Step", "Opened"), ("Input.Via", "Radio"));
        Assert.Contains("Tercatat pukul", desk.Text, StringComparison.Ordinal);
        await NoteAsync(desk, station, ("Input.Step", "NotOpened"), ("Input.Cause", "Weather"), ("Input.Via", "Telephone"), ("Input.Said", "00.01"));
        Assert.Contains("Tercatat pukul", desk.Text, StringComparison.Ordinal);
        var day = await house.Here.AskAsync(d => d.Set<StationDay>().SingleAsync(s => s.StationCode == station && d.Set<Election>().Any(e => e.Id == s.ElectionId && e.Code == VotingDaySample.Election)));
        Assert.Equal((DayState.Opened, WordVia.Radio), (day.State, day.Via));
        var words = await house.Here.AskAsync(d => d.Set<StationWord>().Where(w => w.StationCode == station && w.ElectionId == day.ElectionId && w.AccountId != Guid.Empty).OrderBy(w => w.ReceivedAt).ToListAsync());
        Assert.Equal([DayState.Opened, DayState.NotOpened], words.Select(w => w.State!.Value));
        Assert.All(words, w => Assert.EndsWith("Kabag Tata Pemerintahan, Pemerintah Kabupaten Lumajang", w.By, StringComparison.Ordinal));
        // Neither the program nor somebody at the database takes a word back.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.Here.AskAsync(d => d.Set<StationWord>().Where(w => w.SentId == words[0].SentId).ExecuteDeleteAsync()));

        // What is wrong is said, and nothing is kept.
        var before = await house.Here.AskAsync(d => d.Set<StationWord>().CountAsync());
        await NoteAsync(desk, station, ("Input.Step", "NotOpened"), ("Input.Via", "Telephone"));
        Assert.Contains("Pilih sebabnya", desk.Text, StringComparison.Ordinal);
        await NoteAsync(desk, station, ("Input.Step", "Opened"), ("Input.Via", "Telephone"), ("Input.Said", "7 pagi"));
        Assert.Contains("Tulis jam seperti", desk.Text, StringComparison.Ordinal);
        using var camat = await house.VisitAsync("camat");
        foreach (var elsewhere in (string[])["35.08.06.2001.001", $"{House.OtherVillage}.001", "35.08.04.2001.999"])
        {
            await NoteAsync(camat, elsewhere, ("Input.Step", "Opened"), ("Input.Via", "Telephone"));
            Assert.Contains("tidak ada di wilayah Anda", camat.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<StationWord>().CountAsync()));
    }

    [Fact]
    public async Task KpuNotesBoxesAVillageSeesItsOwnAndNamesGoAfterThirtyDays()
    {
        await TodayAsync();
        using var kpu = await house.VisitAsync("kpu");
        var page = $"/hari-h/kotak?pemilihan={VotingDaySample.Election}";
        var today = house.Here.Services.GetRequiredService<OfficeClock>().Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] sent = [("Input.Leg", "PpkToPps"), ("Input.On", today), ("Input.Hour", "00.00"), ("Input.Given", "6"), ("Input.Taken", "5"), ("Input.Seals", "4"), ("Input.GivenBy", "Ketua PPK Rekaan"), ("Input.TakenBy", "Ketua PPS Rekaan"), ("Input.Note", "BAST-17/2031")];
        await kpu.OpenAsync(page);
        await kpu.SendAsync("serah", [.. sent, ("Input.Place", "35.08.04")]);
        Assert.Contains("yang sesuai ruasnya", kpu.Text, StringComparison.Ordinal);
        await kpu.SendAsync("serah", [.. sent, ("Input.Place", Village)]);
        Assert.Contains("Serah terima sudah dicatat", kpu.Text, StringComparison.Ordinal);
        Assert.Contains("PPK ke PPS: kurang 1 kotak", kpu.Text, StringComparison.Ordinal);
        Assert.Contains("PPK ke PPS: segel 1 kotak tidak utuh", kpu.Text, StringComparison.Ordinal);
        using var village = await house.VisitAsync("kades");
        await village.OpenAsync(page);
        Assert.Contains("BAST-17/2031", village.Text, StringComparison.Ordinal);
        Assert.Empty(village.Page.QuerySelectorAll("input[name='Input.Leg'], select[name='Input.Leg']"));
        var noted = await house.Here.AskAsync(d => d.Set<BoxHandover>().SingleAsync(h => h.Note == "BAST-17/2031"));
        Assert.Equal((Village, "35.08.04"), (noted.AreaCode, noted.FromCode));
        Assert.Equal(0, await house.Here.AskAsync(d => ForgetBoxNames.DeleteAsync(d, noted.At.AddDays(29), CancellationToken.None)));
        Assert.True(await house.Here.AskAsync(d => ForgetBoxNames.DeleteAsync(d, noted.At.AddDays(31), CancellationToken.None)) > 0);
        await kpu.OpenAsync(page);
        Assert.DoesNotContain("Ketua PPK Rekaan", kpu.Text, StringComparison.Ordinal);
        Assert.Contains("BAST-17/2031", kpu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatGroupsTellInOneMinuteIsAllKeptAndEachIsTold()
    {
        var election = await TodayAsync();
        var writer = house.Here.Services.GetRequiredService<WordWriter>();
        var now = TimeProvider.System.GetUtcNow();
        var stations = await house.Here.AskAsync(d => d.Set<Server.Territory.Station>().Where(s => s.ElectionId == election && s.Code.StartsWith("35.08.1")).OrderBy(s => s.Code).Select(s => s.Code).Take(300).ToListAsync());
        // Each twice, as phones do that hear nothing.
        var sendings = stations.Chunk(3).Select(own => new Sending(Guid.CreateVersion7(), election, [.. own.Select(s => new StationWord { SentId = default, StationCode = s, ElectionId = election, VillageCode = s[..13], State = DayState.Counting, SaidAt = now, ReceivedAt = now, Via = WordVia.Application, By = "Rekaan", AccountId = Guid.Empty })], Guid.Empty, Guid.Empty))
            .Select(s => s with { Words = [.. s.Words.Select(w => new StationWord { SentId = s.Id, StationCode = w.StationCode, ElectionId = w.ElectionId, VillageCode = w.VillageCode, State = w.State, SaidAt = w.SaidAt, ReceivedAt = w.ReceivedAt, Via = w.Via, By = w.By, AccountId = w.AccountId })] }).ToList();
        var added = await Task.WhenAll(sendings.Concat(sendings).Select(s => writer.AddAsync(s.Id.ToString(), s, CancellationToken.None)));
        Assert.Equal(sendings.Count, added.Count(a => a));
        var counting = await house.Here.AskAsync(d => d.Set<StationDay>().CountAsync(s => s.ElectionId == election && stations.Contains(s.StationCode) && s.State == DayState.Counting));
        Assert.Equal(stations.Count, counting);
    }

    private static async Task NoteAsync(Visitor visitor, string station, params (string, string)[] fields)
    {
        await visitor.OpenAsync($"/hari-h/catat?pemilihan={VotingDaySample.Election}&cari=35.08.04.2002.001");
        await visitor.SendAsync("catat", [.. fields, ("Input.Stations", station)]);
    }

    private async Task<List<StationDay>> KnownAsync()
    {
        var election = await house.Here.AskAsync(d => d.Set<GuardPlanRecord>().Where(p => p.Id == house.OwnDayPlan).Select(p => p.ElectionId).SingleAsync());
        return await house.Here.AskAsync(d => d.Set<StationDay>().Where(s => s.ElectionId == election && (s.StationCode == $"{Village}.001" || s.StationCode == $"{Village}.002")).OrderBy(s => s.StationCode).ToListAsync());
    }

    // The sample's day is moved to where a test needs it.
    private Task<int> TodayAsync() => MoveAsync(house.Here.Services.GetRequiredService<OfficeClock>().Today);

    private Task<int> MoveAsync(DateOnly day) => house.Here.AskAsync(async d =>
    {
        await d.Set<Election>().Where(e => e.Code == VotingDaySample.Election).ExecuteUpdateAsync(s => s.SetProperty(e => e.VotingDay, day));
        return await d.Set<Election>().Where(e => e.Code == VotingDaySample.Election).Select(e => e.Id).SingleAsync();
    });
}
