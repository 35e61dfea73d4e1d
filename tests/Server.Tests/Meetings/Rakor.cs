using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>What the secretary does before anything else: sets a meeting up, asks groups, sends the letters.</summary>
internal static class Rakor
{
    /// <summary>A meeting in three days, led by the Bupati and written by the Kabag Tata Pemerintahan.</summary>
    public static async Task<Guid> MakeAsync(Visitor desk, string subject, string mode = "InPerson")
    {
        await desk.OpenAsync("/rapat/baru");
        string Choice(string select, string begins) => desk.Page.QuerySelectorAll<IHtmlOptionElement>($"#{select} option").First(o => o.TextContent.StartsWith(begins, StringComparison.Ordinal)).Value;
        await desk.SendAsync(
            "rapat", ("Input.Kind", "CrossSector"), ("Input.Subject", subject), ("Input.Day", TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Input.Time", "09:00"), ("Input.DurationMinutes", "120"), ("Input.Mode", mode), ("Input.Place", "Pendopo"), ("Input.Chair", Choice("pimpinan", "Bupati")), ("Input.Secretary", Choice("notulis", "Kabag Tata Pemerintahan")));
        Assert.StartsWith("/rapat/", desk.Address.AbsolutePath, StringComparison.Ordinal);
        return Guid.Parse(desk.Address.AbsolutePath.Split('/')[2]);
    }

    /// <summary>The same, with groups asked and the letters sent.</summary>
    public static async Task<Guid> SendAsync(Visitor desk, string subject, params IEnumerable<OfficeGroup> groups)
    {
        var id = await MakeAsync(desk, subject);
        await desk.OpenAsync($"/rapat/{id}/undangan");
        await desk.SendAsync("undang", [.. groups.Select(g => ("Input.Groups", Number(g)))]);
        await desk.SendAsync("kirim", ("Number", "005/9/2026"));
        return id;
    }

    /// <summary>Waits until so many letters are written.</summary>
    public static async Task WrittenAsync(House house, Guid meeting, int letters)
    {
        for (var i = 0; i < 600; i++, await Task.Delay(50))
            if (await house.Here.AskAsync(d => d.Set<Invitation>().CountAsync(x => x.MeetingId == meeting && x.LetterDigest != null)) == letters) return;
        Assert.Fail("The letters were not written.");
    }

    public static string Number(OfficeGroup group) => ((int)group).ToString(CultureInfo.InvariantCulture);
}
