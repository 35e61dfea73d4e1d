using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>The Kabag Ops moves a station by hand, sees what it does, and gets a version in which nothing else has changed.</summary>
[Trait("Database", "each")]
public sealed class ReplanPageTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AStationMovedByHandBecomesAVersionInWhichNothingElseChanged()
    {
        using var ops = await InAsync("kabagops");
        var plan = await MadeAsync(ops, async () =>
        {
            await ops.OpenAsync("/pengamanan/baru");
            await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.AcrossVillages", "true"), ("Input.FillRawan", "true"));
        });
        var before = await GroupsAsync(plan);
        // A station at the edge of a group that another group of its kecamatan may take.
        var (station, target, answer) = await AllowedAsync(ops, plan, before);
        Assert.Contains("Personel dibutuhkan", answer, StringComparison.Ordinal);
        Assert.Equal(before, await GroupsAsync(plan));

        var next = await MadeAsync(ops, () => ops.SendAsync("versi"));
        var after = await GroupsAsync(next);
        Assert.NotEqual(plan, next);
        // Numbers of groups follow their first stations; what is together tells more.
        Assert.Contains(after[station], Together(before, target).Select(s => after[s]));
        foreach (var group in before.Where(s => s.Key != station).GroupBy(s => s.Value))
            Assert.Single(group.Select(s => after[s.Key]).Distinct());

        await ops.OpenAsync($"/pengamanan/{next}/beda");
        Assert.Contains($"{before.Values.Distinct().Count() - 2} kelompok tetap, 2 berubah", ops.Text, StringComparison.Ordinal);
        Assert.Contains(station, ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheRulesForbidIsSaidAndNotSaved()
    {
        using var ops = await InAsync("kabagops");
        var plan = await MadeAsync(ops, async () =>
        {
            await ops.OpenAsync("/pengamanan/baru");
            await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.AcrossVillages", "false"), ("Input.FillRawan", "true"));
        });
        var before = await GroupsAsync(plan);
        var (station, own) = before.First();
        var elsewhere = before.First(s => s.Key[..13] != station[..13]).Value;
        await ops.OpenAsync($"/pengamanan/{plan}/pindah?tps={station}&ke={elsewhere}");
        Assert.Contains("tidak melintas batas", ops.Text, StringComparison.Ordinal);
        Assert.True(ops.Page.QuerySelector<IHtmlButtonElement>("main form[method=post] button[type=submit]")!.IsDisabled);
        await ops.OpenAsync($"/pengamanan/{plan}/pindah?tps={station}&ke={own}");
        Assert.Contains("sudah di sana", ops.Text, StringComparison.Ordinal);
        await ops.OpenAsync($"/pengamanan/{plan}/pindah?tps=35.08.99.2001.001");
        Assert.Contains("tidak memuat TPS dengan kode itu", ops.Text, StringComparison.Ordinal);

        var versions = await CountAsync();
        await ops.OpenAsync($"/pengamanan/{plan}/pindah?tps={station}&ke={elsewhere}");
        await ops.SendAsync("versi");
        Assert.Equal(versions, await CountAsync());
        Assert.Contains("tidak diizinkan", ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKapolsekNeitherMovesNorSeesAnothersGroups()
    {
        using var polsek = await InAsync("kapolsek");
        await polsek.OpenAsync($"/pengamanan/{house.OwnPlan}/pindah");
        Assert.Equal(HttpStatusCode.NotFound, polsek.Status);
        await polsek.OpenAsync($"/pengamanan/{house.OwnPlan}/beda");
        Assert.Equal(HttpStatusCode.NotFound, polsek.Status);
    }

    private static async Task<(string Station, int Target, string Answer)> AllowedAsync(Visitor ops, Guid plan, IReadOnlyDictionary<string, int> groups)
    {
        foreach (var station in groups.Keys.Where((_, i) => i % 37 == 0))
        {
            await ops.OpenAsync($"/pengamanan/{plan}/pindah?tps={station}");
            foreach (var target in ops.Page.QuerySelectorAll<IHtmlOptionElement>("select[name=ke] option").Select(o => o.Value).Where(v => v.Length > 0 && v != "0").ToList())
            {
                await ops.OpenAsync($"/pengamanan/{plan}/pindah?tps={station}&ke={target}");
                if (ops.Page.QuerySelector("main table:not(.list-cards)") is not null)
                    return (station, int.Parse(target, System.Globalization.CultureInfo.InvariantCulture), ops.Text);
            }
        }

        throw new InvalidOperationException("No station of the sample may be moved.");
    }

    private static IEnumerable<string> Together(IReadOnlyDictionary<string, int> groups, int group) => groups.Where(s => s.Value == group).Select(s => s.Key);

    private async Task<SortedDictionary<string, int>> GroupsAsync(Guid plan) => new(
        await house.Here.AskAsync(d => d.Set<PlanStation>().Where(s => s.PlanId == plan).ToDictionaryAsync(s => s.StationCode, s => s.Group)), StringComparer.Ordinal);

    private Task<int> CountAsync() => house.Here.AskAsync(d => d.Set<GuardPlanRecord>().CountAsync());

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }

    private static async Task<Guid> MadeAsync(Visitor ops, Func<Task> make)
    {
        await make();
        var plan = Guid.Parse(ops.Address.Segments[2].TrimEnd('/'));
        for (var patience = 0; patience < 600; patience++, await Task.Delay(100))
        {
            await ops.OpenAsync($"/pengamanan/{plan}");
            if (ops.Page.QuerySelector("iframe") is not null) return plan;
        }

        throw new TimeoutException(ops.Text);
    }
}
