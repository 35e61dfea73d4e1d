using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Tests.Access;

/// <summary>
/// Every route that the program has, by everybody and by nobody, with things of the own and of another kabupaten. The
/// routes are read from the program: a new one is covered by itself.
/// </summary>
public sealed class EveryRouteTests(WalkedHouse house) : IClassFixture<WalkedHouse>
{
    // Who holds an office for the whole country's worth of data: the administrator, and whoever serves the other kabupaten.
    private static readonly string[] SeeTheOther = ["admin", "lain"];

    private static readonly string[] OneOfEachShape = ["nobody", "admin", "lain", "desk", "kapolsek", "camat", "kades", "danramil"];

    [Fact]
    public async Task EverybodyGetsInExactlyWhereTheMatrixSaysSo()
    {
        var addresses = await RouteAddresses.OfAsync(house);
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (who, role) in Everybody())
        {
            var caller = await house.CallerAsync(who);
            foreach (var route in Tried())
            {
                foreach (var method in route.Methods.Except(["HEAD"], StringComparer.Ordinal))
                {
                    // Signing out is tried at the end of a session, not in the middle of one.
                    if (route.Pattern == "/keluar" && role is not null) continue;
                    var path = addresses.Fill(route, Whose.Own);
                    var answer = method == "GET" ? await house.GetAsync(who, path) : await caller.PostAsync(path);
                    var problem = Problem(route, method, role, answer);
                    if (problem is not null) wrong.Add($"{method} {path} by {who}: {problem}, but was {(int)answer.Status} {answer.Location}");
                    if (method == "GET" && answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect && !answer.AsksToSignIn) seen.Add(route.Pattern);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        // A route that lets nobody in was tried with a wrong address.
        Assert.Empty(Tried().Where(r => r.Methods.Contains("GET") && !NeedsASecret(r)).Select(r => r.Pattern).Except(seen, StringComparer.Ordinal));
    }

    // Which rows a range of codes holds is the engine's to say: tried on each. Who gets in at all is not.
    [Fact]
    [Trait("Database", "each")]
    public async Task NothingOfAnotherKabupatenIsReadByAnybodyOfThisOne()
    {
        var addresses = await RouteAddresses.OfAsync(house);
        var leaks = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // On the other engine one of each shape of area: a kabupaten, a Polsek's, a kecamatan, a village, a command's, none.
        foreach (var (who, _) in Everybody().Where(e => !Installation.IsPostgres || OneOfEachShape.Contains(e.Who, StringComparer.Ordinal)))
        {
            foreach (var route in Tried().Where(r => r.Methods.Contains("GET")))
            {
                foreach (var path in Enum.GetValues<Whose>().Select(w => addresses.Fill(route, w)).Distinct(StringComparer.Ordinal))
                {
                    var answer = await house.GetAsync(who, path);
                    // What was typed into a search stands in its field again; that is no answer.
                    var typed = path.Contains($"cari={House.Marker}", StringComparison.Ordinal) || path.Contains($"q={House.Marker}", StringComparison.Ordinal);
                    var told = typed ? WithoutTheSearch(answer) : route.Pattern == "/lapor" ? WithoutThePlaces(answer) : answer.Body;
                    if (!Tells(told)) continue;
                    seen.Add(route.Pattern);
                    if (!SeeTheOther.Contains(who, StringComparer.Ordinal)) leaks.Add($"{who} reads {path}");
                }
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        // The word can be found at all: whoever is of there reads it on these.
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "/cari", "/desk", "/desk/{Id:guid}", "/forum", "/piket", "/piket/{Id:guid}", "/piket/giliran/{Shift:guid}", "/sosialisasi", "/sosialisasi/{Id:guid}", "/sosialisasi/{id:guid}/bukti/{evidence:guid}", "/bko", "/bko/{Id:guid}", "/satpol", "/satpol/{Id:guid}", "/forum/{Id:guid}", "/kejadian", "/kejadian/bawaslu", "/kejadian/laporan", "/kejadian/laporan/{id:guid}/berkas/{file:guid}", "/kejadian/pilah", "/kejadian/{Id:guid}", "/instansi", "/jabatan/{Id:guid}", "/kekuatan", "/kekuatan/{Id:guid}", "/kesiapan-instansi", "/kesiapan-instansi/kendala", "/kesiapan-instansi/{Id:guid}", "/kelas", "/kelas/{Election}/{Code}", "/orang", "/orang/{Id:guid}", "/pengamanan", "/pengamanan/{Id:guid}", "/pengamanan/{Id:guid}/kesiapan", "/pengamanan/{Id:guid}/polsek/{Sheet:guid}", "/pengamanan/{id:guid}/plan.html", "/pengamanan/{id:guid}/unduh",
                "/hari-h/anev", "/hari-h/kotak", "/hari-h/padal", "/hari-h/pengaturan", "/peta/wilayah", "/tps", "/tps/unduh", "/tps/{Election}/{Code}", "/tindak-lanjut", "/tindak-lanjut/instansi-saya", "/tindak-lanjut/kontribusi", "/tindak-lanjut/rencana", "/tindak-lanjut/{Id:guid}", "/tindak-lanjut/{id:guid}/bukti/{evidence:guid}", "/wilayah", "/wilayah/{Code}", "/yurisdiksi",
            },
            seen);
    }

    [Fact]
    public async Task NoWordInAnAddressBreaksAPage()
    {
        var addresses = await RouteAddresses.OfAsync(house);
        var broken = new List<string>();
        foreach (var who in (string[])["admin", "kabagops", "desk"])
        {
            var caller = await house.SignedInAsync(who);
            foreach (var route in Tried().Where(r => r.IsPage))
            {
                foreach (var parameter in route.Parameters.Where(p => p.InQuery))
                {
                    foreach (var value in (string[])["bukan", "bukan%00nilai"])
                    {
                        var path = addresses.Fill(route, Whose.Own).Split('?')[0] + $"?{parameter.Name.ToLowerInvariant()}={value}";
                        var answer = await caller.GetAsync(path);
                        if ((int)answer.Status >= 500) broken.Add($"{path} by {who}: {(int)answer.Status}");
                    }
                }
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public async Task AnAddressThatDoesNotExistIsMissingAndNotForbidden()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedInAsync("kabagops")).GetAsync("/pengamanan/x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Stranger().GetAsync("/tidak/ada/di/sini")).Status);
    }

    [Fact]
    public async Task AFormThatOneIsNotShownChangesNothingWhenItIsSent()
    {
        var addresses = await RouteAddresses.OfAsync(house);
        var forms = await FormsAsync(addresses);
        Assert.NotEmpty(forms);
        // Signing in for the first time stores the pledge: it is done before the rows are looked at.
        foreach (var (who, role) in Everybody()) if (role is not null) await house.SignedInAsync(who);
        foreach (var (who, role) in Everybody())
        {
            var before = await house.DigestAsync();
            var sent = new List<string>();
            var caller = await house.CallerAsync(who);
            var token = (await caller.GetAsync(role is null ? "/masuk" : "/hak-akses")).Forms().First().Value.First(f => f.Key == "__form");
            var shown = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);
            foreach (var (route, path, form, fields) in forms)
            {
                if (!shown.TryGetValue(path, out var there)) shown.Add(path, there = (await house.GetAsync(who, path)).Forms().Keys);
                if (there.Contains(form, StringComparer.Ordinal))
                {
                    var subject = Permission.Parse(route.Permission!).Subject;
                    Assert.True(IsOpen(route) || (role is { } r && AccessMatrix.Default.Allows(r, new Permission(subject, AccessRight.Write))), $"{who} is shown {form} on {path} without {subject}.write");
                    continue;
                }

                var answer = await caller.PostAsync(path, [.. fields.Where(f => f.Key != "__form").Select(Changed), token]);
                Assert.True((int)answer.Status < 500, $"{form} sent to {path} by {who} broke the program.");
                sent.Add($"{form} to {path}");
            }

            // Once for all that one sends: to read every table after each form takes minutes.
            Assert.True(before == await house.DigestAsync(), $"One of these, sent by {who}, who is not shown it, changed what is stored:\n{string.Join('\n', sent)}");
        }
    }

    // Every form of every page, as the one who is shown it gets it, but those that all may send.
    private async Task<List<(Route Route, string Path, string Form, List<KeyValuePair<string, string>> Fields)>> FormsAsync(RouteAddresses addresses)
    {
        var found = new Dictionary<(string, string), (Route, string, string, List<KeyValuePair<string, string>>)>();
        foreach (var who in (string[])["admin", "kabagops", "lain", "desk", "kpu"])
        {
            foreach (var route in Tried().Where(r => r.IsPage && !IsOpen(r)))
            {
                foreach (var path in Enum.GetValues<Whose>().Select(w => addresses.Fill(route, w)).Distinct(StringComparer.Ordinal))
                {
                    foreach (var (form, fields) in (await house.GetAsync(who, path)).Forms().Where(f => f.Key != "/keluar"))
                    {
                        // The list of accounts has one form for each of a hundred people.
                        if (found.Keys.Count(k => k.Item1 == path) < 3) found.TryAdd((path, form), (route, path, form, fields));
                    }
                }
            }
        }

        return [.. found.Values];
    }

    private static KeyValuePair<string, string> Changed(KeyValuePair<string, string> field) =>
        field.Value.Length == 0 || field.Key.EndsWith("Name", StringComparison.Ordinal) ? new(field.Key, "Diubah") : field;

    private IEnumerable<Route> Tried() =>
        Routes.Of(house.Here.Services).Where(r => r.Pattern != "(static files)" && !Routes.Framework.Contains(r.Pattern, StringComparer.Ordinal));

    // With the same column, areas and agency as another they would read and send the same, in a third of the time again.
    private static readonly string[] Twins = ["bupati", "kapolres", "dandim", "pengadilan", "kejaksaan"];

    private IEnumerable<(string Who, OfficeRole? Role)> Everybody() =>
        [("nobody", null), .. house.Accounts.Where(a => !Twins.Contains(a.Name, StringComparer.Ordinal)).Select(a => (a.Name, (OfficeRole?)RoleOf(a.Name)))];

    private static OfficeRole RoleOf(string account) => account switch
    {
        "admin" => OfficeRole.Administrator,
        "desk" or "satpolpp" or "bupati" => OfficeRole.Desk,
        "kabagops" or "kapolres" or "kapolsek" or "lain" => OfficeRole.Polri,
        "dandim" or "pasiops" or "danyon" or "danramil" => OfficeRole.Tni,
        "kpu" => OfficeRole.Kpu,
        "bawaslu" => OfficeRole.Bawaslu,
        "camat" => OfficeRole.Camat,
        "kades" => OfficeRole.VillageHead,
        "dprd" or "pengadilan" or "kejaksaan" => OfficeRole.Reader,
        _ => throw new InvalidOperationException($"The sample has a new account {account}: say here which column of the matrix it is."),
    };

    private static bool IsOpen(Route route) => AccessMatrix.Default.AllowsPublic(Permission.Parse(route.Permission!));

    private static bool NeedsASecret(Route route) => route.Parameters.Any(p => p.Name is "Given" or "Token") || route.Pattern is "/galat" or "/galat/{Code:int}" or "/tidak-ada";

    private static string? Problem(Route route, string method, OfficeRole? role, Answer answer)
    {
        if ((int)answer.Status >= 500 && route.Pattern != "/galat") return "expected no broken program";
        var permission = Permission.Parse(route.Permission!);
        var allowed = AccessMatrix.Default.AllowsPublic(permission) || (role is { } held && AccessMatrix.Default.Allows(held, permission));
        if (!allowed) return role is null ? (answer.AsksToSignIn ? null : "expected the page for signing in") : answer.Status == HttpStatusCode.Forbidden ? null : "expected 403";
        // Without a token and a form's name a post is refused, whoever sends it.
        if (method == "POST") return answer.Status == HttpStatusCode.BadRequest || NeedsASecret(route) ? null : "expected 400";
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound || NeedsASecret(route) || (answer.Status == HttpStatusCode.Redirect && (IsOpen(route) || !answer.AsksToSignIn))
            ? null : "expected to get in";
    }

    private static bool Tells(string body) => body.Contains(House.Marker, StringComparison.OrdinalIgnoreCase);

    // Where something was, a citizen chooses among all kecamatan that are served here: their names are public.
    private static string WithoutThePlaces(Answer answer)
    {
        var page = answer.Page();
        page.QuerySelector("select#kecamatan")?.Remove();
        return page.ToHtml();
    }

    private static string WithoutTheSearch(Answer answer)
    {
        var page = answer.Page();
        foreach (var echo in page.QuerySelectorAll("input[name=cari], input[name=q], .answer, a[href*=cari], form[action*=cari], title").ToList()) echo.Remove();
        return page.ToHtml();
    }
}

/// <summary>
/// The house, and what everybody gets of each address of it. Asked once for all that is to be known of an answer: no test of
/// these changes what is stored, and the one that sends every form says so.
/// </summary>
public sealed class WalkedHouse : House
{
    private readonly Dictionary<(string Who, string Path), Answer> _answers = [];
    private Caller? _stranger;

    public async Task<Caller> CallerAsync(string who) => who == "nobody" ? _stranger ??= Stranger() : await SignedInAsync(who);

    public async Task<Answer> GetAsync(string who, string path)
    {
        if (!_answers.TryGetValue((who, path), out var answer)) _answers.Add((who, path), answer = await (await CallerAsync(who)).GetAsync(path));
        return answer;
    }
}
