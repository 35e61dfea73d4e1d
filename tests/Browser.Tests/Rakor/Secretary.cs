using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests.Rakor;

/// <summary>What the secretary of a rakor sees and presses, from the letter to the agenda of the next one.</summary>
internal sealed partial class Secretary(Visit visit)
{
    public Visit Visit => visit;

    private IPage Page => visit.Page;

    /// <summary>Address of the meeting's page.</summary>
    public string Meeting { get; private set; } = "";

    public async Task PrepareAsync(string kind, string subject, string place, string chair, string minutes, string mode = "InPerson", DateOnly? day = null, bool election = false, string? theme = null)
    {
        await visit.OpenAsync("/rapat");
        await Page.ClickAsync("header a[href='/rapat/baru']");
        await Page.Locator("#hal").WaitForAsync();
        await Page.SelectOptionAsync("#jenis", kind);
        await Page.FillAsync("#hal", subject);
        if (theme is not null) await Page.FillAsync("#tema", theme);
        if (election) await Page.SelectOptionAsync("#pemilihan", new SelectOptionValue { Index = 1 });
        await Page.FillAsync("#hari", (day ?? Today.AddDays(4)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Page.SelectOptionAsync("#cara", mode);
        await Page.FillAsync("#tempat", place);
        await ChooseAsync("#pimpinan", chair);
        await ChooseAsync("#notulis", minutes);
        await visit.PressAsync("Simpan");
        await visit.ArriveAsync(url => Shape().IsMatch(new Uri(url).AbsolutePath));
        Meeting = visit.Path;
    }

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Date);

    public async Task AgendaAsync(string title, string speaker)
    {
        await OpenAsync("");
        await Page.FillAsync("#judul", title);
        await Page.FillAsync("#oleh", speaker);
        await visit.PressAsync("Tambah acara");
        await Page.Locator(".points", new() { HasText = title }).WaitForAsync();
    }

    /// <summary>Asks groups and single offices; what the page then says: units and letters.</summary>
    public async Task<string> InviteAsync(string[] groups, params string[] offices)
    {
        await OpenAsync("/undangan");
        foreach (var group in groups) await Page.Locator("label.form-check", new() { HasText = group }).First.Locator("input").CheckAsync();
        if (offices.Length > 0) await Page.SelectOptionAsync("#jabatan", [.. offices.Select(o => new SelectOptionValue { Label = o })]);
        await visit.PressAsync("Masukkan ke daftar");
        await Page.Locator("main > [role=status]").WaitForAsync();
        return await Page.InnerTextAsync(".answer");
    }

    /// <summary>Sends the letters with the registry's number and waits until the last file is written.</summary>
    public async Task SendAsync(string number, string letters)
    {
        await Page.FillAsync("#nomor", number);
        await Page.Locator("form:has(#nomor) button").ClickAsync();
        await Page.GetByText("Terkirim. PDF tiap surat sedang dibuat").WaitForAsync();
        for (var i = 0; !(await Page.InnerTextAsync("main")).Contains($"{letters} dari {letters} surat selesai dibuat", StringComparison.Ordinal); i++)
        {
            Assert.True(i < 120, "The letters were not written.");
            await Task.Delay(500);
            await OpenAsync("/undangan");
        }
    }

    /// <summary>Marks all present whom the search shows.</summary>
    public async Task<string> PresentAsync(string search = "")
    {
        await OpenAsync($"/hadir?cari={Uri.EscapeDataString(search)}");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = MarkAll() }).ClickAsync();
        await Page.GetByText("dicatat hadir.").WaitForAsync();
        return await Page.InnerTextAsync(".answer");
    }

    /// <summary>Marks one office present for which another came: both are named.</summary>
    public async Task RepresentedAsync(string office, string by)
    {
        await OpenAsync($"/hadir?cari={Uri.EscapeDataString(office.Split(',')[0])}");
        await Page.GetByLabel($"Wakil {office.Replace(",", "", StringComparison.Ordinal)}").FillAsync(by);
        await Page.GetByLabel($"Hadir: {office.Replace(",", "", StringComparison.Ordinal)}").ClickAsync();
        await Page.GetByText($"Diwakili {by}").WaitForAsync();
    }

    public async Task MinutesAsync(params string[] paragraphs)
    {
        await OpenAsync("/notulen");
        await Page.FillAsync("#alinea", string.Join("\n\n", paragraphs));
        await visit.PressAsync("Tambah alinea");
        await Page.Locator(".minutes-part").Nth(paragraphs.Length - 1).WaitForAsync();
    }

    public async Task DecideAsync(string text)
    {
        if (!visit.Path.EndsWith("/notulen", StringComparison.Ordinal)) await OpenAsync("/notulen");
        await Page.FillAsync("#keputusan", text);
        await visit.PressAsync("Tambah keputusan");
        await Page.Locator("article", new() { HasText = text }).WaitForAsync();
    }

    /// <summary>Hands a decision to an agency, with parts for each kecamatan or village where that is wanted; the action's address.</summary>
    public async Task<string> FollowUpAsync(string decision, string what, string owner, string kind = "Other", string parts = "None")
    {
        var card = Page.Locator("article", new() { HasText = decision });
        await card.Locator("summary").ClickAsync();
        await card.Locator("input[name='Follow.Title']").FillAsync(what);
        await card.Locator("select[name='Follow.Owner']").SelectOptionAsync(new SelectOptionValue { Label = owner });
        await card.Locator("select[name='Follow.Kind']").SelectOptionAsync(kind);
        await card.Locator("select[name='Follow.Parts']").SelectOptionAsync(parts);
        await card.GetByRole(AriaRole.Button, new() { Name = "Serahkan", Exact = true }).ClickAsync();
        var link = Page.GetByRole(AriaRole.Link, new() { Name = what, Exact = true }).First;
        await link.WaitForAsync();
        return (await link.GetAttributeAsync("href"))!;
    }

    public async Task SignAsync(Visit signer, string digits)
    {
        await signer.OpenAsync($"{Meeting}/notulen");
        await signer.Page.FillAsync("#kode-ttd", digits);
        await signer.PressAsync("Tanda tangani");
        await signer.Page.Locator("#kode-ttd").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public async Task CloseAsync()
    {
        await OpenAsync("/notulen");
        await visit.PressAsync("Tutup rapat");
        await Page.Locator("button", new() { HasText = "Tutup rapat" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await OpenAsync("");
        await Page.Locator(".badge", new() { HasText = "Selesai" }).WaitForAsync();
    }

    public Task OpenAsync(string part) => visit.OpenAsync(Meeting + part);

    /// <summary>The owner takes the action, does it and reports it.</summary>
    public static async Task ReportAsync(Visit owner, string action, string note)
    {
        await owner.OpenAsync(action);
        await owner.PressAsync("Terima");
        await owner.PressAsync("Mulai kerjakan");
        await owner.Page.FillAsync("#l-catatan", note);
        await owner.PressAsync("Laporkan selesai");
        await owner.Page.GetByText("Laporan terkirim.").WaitForAsync();
    }

    /// <summary>Somebody of the other side looks and says that it is done, or sends it back.</summary>
    public static async Task VerifyAsync(Visit verifier, string action, string note, bool done = true)
    {
        await verifier.OpenAsync(action);
        await verifier.Page.FillAsync("#l-alasan", note);
        await verifier.PressAsync(done ? "Verifikasi tuntas" : "Kembalikan");
        await verifier.Page.GetByText(done ? "Terverifikasi tuntas." : "Dikembalikan.").First.WaitForAsync();
    }

    private async Task ChooseAsync(string select, string begins)
    {
        var labels = await Page.Locator($"{select} option").AllInnerTextsAsync();
        await Page.SelectOptionAsync(select, new SelectOptionValue { Label = labels.First(l => l.StartsWith(begins, StringComparison.Ordinal)) });
    }

    [GeneratedRegex("^/rapat/[0-9a-f-]{36}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("^Tandai hadir semua", RegexOptions.None, 1000)]
    private static partial Regex MarkAll();
}
