using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests.VotingMorning;

/// <summary>
/// A voting morning through what its people see and press: reports by nine offices and by citizens come in by
/// all ways, are sorted, answered, and closed by others than who answered. With a browser and a sample of its own, whose day is
/// moved to today.
/// </summary>
public sealed partial class VotingMorningTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>, IAsyncDisposable
{
    // Three hundred of thirty events where somebody has the minutes (TIGAPILAR_MORNING=300); the same ways with fewer in each run of the tests.
    private static readonly int Reports = int.TryParse(Environment.GetEnvironmentVariable("TIGAPILAR_MORNING"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 28;
    private static readonly int Events = Math.Max(Citizens, Reports / 10);

    /// <summary>As many as one address may send within a minute.</summary>
    private const int Citizens = 10;

    private const string Kecamatan = "35.08.04";

    // Who reports, and by which way it reached the posko: each as the form offers it to that office.
    private static readonly (string Account, string? Via)[] Reporters =
    [
        ("kades", null), ("camat", "Radio"), ("kapolsek", "Radio"), ("kabagops", "Telephone"), ("kapolres", "Application"), ("danramil", "Chat"), ("pasiops", "Telephone"), ("desk", "Telephone"), ("satpolpp", "Chat"),
    ];

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<string, Visit> _visits = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _incidents = [];
    private int _notOffered;

    public async ValueTask DisposeAsync()
    {
        foreach (var visit in _visits.Values) await visit.DisposeAsync();
    }

    [Fact]
    public async Task TheReportsOfAVotingMorningComeToTuntasCheckedByOthers()
    {
        await BeginDayAsync();
        await OpenStationsAsync();
        Say("stations opened");
        await ReportAsync();
        Say("reported");
        await SortAsync();
        Say($"sorted; {_notOffered} were not offered beside their own");
        await AnswerAsync();
        Say("answered and checked");
        var desk = await AtAsync("desk");
        await desk.OpenAsync("/kejadian?yang=tuntas&cari=Simpang+Contoh");
        Assert.Equal(Events, await desk.Page.Locator("tbody tr").CountAsync());
        await desk.OpenAsync("/kejadian?cari=Simpang+Contoh");
        Assert.Equal(0, await desk.Page.Locator("tbody tr").CountAsync());
        await BoxesAsync();
        await DayAfterAsync();
        await LookAsync();
        Say("boxes home, looked at");
        foreach (var visit in _visits.Values) visit.AssertQuiet();
    }

    private async Task ReportAsync()
    {
        for (var i = 0; i < Citizens; i++)
        {
            var citizen = await AtAsync("");
            await citizen.OpenAsync("/lapor");
            await SendAsync(citizen, "lapor", ("Input.What", MorningReports.Told(i, 3)), ("Input.Where", MorningReports.PlaceOf(i)), ("Input.Area", Kecamatan));
            Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$", await citizen.Page.InnerTextAsync(".code-big"));
        }

        foreach (var (account, _) in Reporters) await (await AtAsync(account)).OpenAsync("/kejadian/lapor");
        await Task.WhenAll(Reporters.Select((_, n) => ReportAsync(n)));
    }

    // All at once, each on his own phone or desk.
    private async Task ReportAsync(int reporter)
    {
        var (account, via) = Reporters[reporter];
        var visit = _visits[account];
        for (var i = Citizens + reporter; i < Reports; i += Reporters.Length)
        {
            var words = MorningReports.Told(i % Events, i / Events);
            if (via == "Chat") words = $"[27/11/24 07.{i % 60:00}.05] Contoh Babinsa: {words}";
            List<(string, string)> fields = [("Input.What", words), ("Input.Where", MorningReports.PlaceOf(i % Events))];
            if (via is not null) fields.AddRange([("Input.Via", via), ("Input.Area", await AreaAsync(visit))]);
            await SendAsync(visit, "lapor", [.. fields]);
            Assert.True(await visit.Page.Locator(".notice-good").CountAsync() == 1, $"{account}: {await visit.Page.InnerTextAsync("main")}");
        }
    }

    // Of the areas that the form offers the kecamatan itself, or for a command of several the first.
    private static Task<string> AreaAsync(Visit visit) =>
        visit.Page.EvalOnSelectorAsync<string>("#wilayah", "(list, own) => ([...list.options].find(o => o.value === own) ?? [...list.options].find(o => o.value.startsWith(own))).value", Kecamatan);

    private async Task SortAsync()
    {
        Visit? last = null;
        for (var i = 0; i < Reports * 2; i++)
        {
            // The Desk does most; the police and the camat help, each in his own queue.
            var visit = await AtAsync(i % 10 == 4 ? "kapolsek" : i % 10 == 9 ? "camat" : "desk");
            // Whoever sorted last stands before the next report already; to others what they have open may be sorted by now.
            if (visit != last) await visit.OpenAsync("/kejadian/pilah");
            last = visit;
            if (await visit.Page.Locator("form input[value=jadikan]").CountAsync() > 0) await SortOneAsync(visit);
            else if (visit == _visits["desk"]) return;
        }

        Assert.Fail("The queue did not become empty.");
    }

    private async Task SortOneAsync(Visit visit)
    {
        var number = MorningReports.NumberOf(await visit.Page.InnerTextAsync(".place-line"));
        if (number is not { } known)
        {
            await SendAsync(visit, "sisihkan", ("Aside.Reason", "Bukan kejadian pagi ini"));
        }
        else if (_incidents.TryGetValue(known, out var incident) && await visit.Page.Locator($"input[value='gabung-{incident}']").CountAsync() > 0)
        {
            await SendAsync(visit, $"gabung-{incident}");
        }
        else
        {
            await MakeAsync(visit, known);
        }

        if (await visit.Page.Locator("main .notice-bad").CountAsync() > 0) Assert.Fail(await visit.Page.InnerTextAsync("main .notice-bad"));
        // Where the Desk has looked at another page meanwhile it comes back to the next report.
        if (!visit.Path.StartsWith("/kejadian/pilah", StringComparison.Ordinal)) await visit.OpenAsync("/kejadian/pilah");
    }

    // What was not offered beside its own becomes an incident too, and is merged by a person who sees it.
    private async Task MakeAsync(Visit visit, int number)
    {
        var title = $"{MorningReports.KindOf(number)}, {MorningReports.PlaceOf(number)}";
        var kind = await visit.Page.EvalOnSelectorAsync<string>("#jenis", "(list, name) => [...list.options].find(o => o.text.startsWith(name)).value", MorningReports.KindOf(number));
        await SendAsync(visit, "jadikan", ("Make.Title", title), ("Make.Kind", kind));
        var desk = await AtAsync("desk");
        await desk.OpenAsync($"/kejadian?cari={Uri.EscapeDataString(MorningReports.PlaceOf(number))}");
        var made = (await desk.Page.EvalOnSelectorAllAsync<string[]>("tbody th a", "links => links.map(a => a.getAttribute('href').split('/').pop())")).Single(id => id != _incidents.GetValueOrDefault(number));
        if (_incidents.TryAdd(number, made)) return;
        _notOffered++;
        await desk.OpenAsync($"/kejadian/{made}");
        await SendAsync(desk, "gabungkan", ("Into", _incidents[number]));
    }

    private async Task AnswerAsync()
    {
        foreach (var (number, id) in _incidents)
        {
            var answers = await AtAsync(MorningReports.KindOf(number) is "Perkelahian atau tawuran" or "Kecelakaan" ? "kabagops" : "satpolpp");
            await answers.OpenAsync($"/kejadian/{id}");
            foreach (var move in (string[])["Accept", "SetOut", "Arrive"]) await SendAsync(answers, $"langkah-{move}");
            if (number == 3) await SendAsync(answers, "langkah-DeclareCrowd", ("Input.Crowd", "40"));
            await SendAsync(answers, "langkah-Answer", ("Input.Note", "Sudah ditangani bersama Linmas"));
            // Whoever answered is not offered to close it.
            Assert.Equal(0, await answers.Page.Locator("input[value=langkah-Close]").CountAsync());
            var checks = await AtAsync(number % 2 == 0 ? "camat" : "desk");
            await checks.OpenAsync($"/kejadian/{id}");
            Assert.Contains("sumber terpisah", await checks.Page.InnerTextAsync(".facts"), StringComparison.Ordinal);
            await SendAsync(checks, "langkah-Close", ("Input.Note", "Dilihat di tempat"));
            Assert.Contains("Tuntas, dicek oleh", await checks.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        }

        Assert.Equal(Events, _incidents.Count);
    }

    private async Task<Visit> AtAsync(string account)
    {
        if (_visits.TryGetValue(account, out var visit)) return visit;
        var width = account is "" or "kades" ? 390 : 1440;
        _visits.Add(account, visit = account.Length == 0 ? await chromium.VisitAsync(width: width) : await chromium.SignedInAsync(account, width));
        return visit;
    }

    // Fills the form that is shown and presses its button; a field or a button that is not there is a failure of the page.
    private static async Task SendAsync(Visit visit, string form, params (string Name, string Value)[] fields)
    {
        await visit.Page.EvaluateAsync(
            """
            ([form, fields]) => {
              const shown = document.querySelector(`input[name=_handler][value="${form}"]`)?.form;
              if (!shown) throw new Error(`There is no form ${form}.`);
              for (const [name, value] of fields) {
                const field = [...shown.elements].filter(e => e.name === name);
                if (field.length === 0) throw new Error(`${form} has no field ${name}.`);
                const choice = field.find(e => (e.type === 'radio' || e.type === 'checkbox') && e.value === value);
                if (choice) choice.checked = true; else field[0].value = value;
              }
              window.sent = true;
              shown.querySelector('button[type=submit]').click();
            }
            """,
            new object[] { form, fields.Select(f => new[] { f.Name, f.Value }).ToArray() });
        for (var patience = 0; patience < 1000; patience++)
        {
            try
            {
                if (await visit.Page.EvaluateAsync<bool>("!window.sent && document.readyState !== 'loading' && !!document.querySelector('main')")) return;
            }
            catch (PlaywrightException)
            {
                // The page went away while it was asked: the next one is coming.
            }

            // Nine ask at once: more often, and the asking takes the time that is asked about.
            await Task.Delay(TimeSpan.FromMilliseconds(60));
        }

        throw new TimeoutException($"{form} was not answered at {visit.Page.Url}.");
    }

    private void Say(string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds:0} s: {what}"));
}
