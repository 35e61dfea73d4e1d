using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Offices;

/// <summary>People are one each, however they are written, and keep the offices that they held.</summary>
[Trait("Database", "each")]
public sealed class PersonTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("susianto", "Susiyanto")]
    [InlineData("Andriyanto", "Andi Andriyanti Wibowo")]
    public async Task APersonIsFoundByAnotherSpelling(string words, string name)
    {
        var caller = await house.SignedInAsync("desk");
        var rows = (await caller.GetAsync($"/orang?cari={words}")).Page().QuerySelectorAll("main tbody th a");
        Assert.Equal(name, Assert.Single(rows).TextContent);
        Assert.NotEmpty((await caller.GetAsync($"/instansi?cari={words}")).Page().QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task OfficesOfThePastStayWithTheirDays()
    {
        var caller = await house.SignedInAsync("desk");
        var rows = (await caller.GetAsync($"/orang/{await PersonAsync("Susiyanto")}")).Page().QuerySelectorAll("main tbody th").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Sekretaris Daerah", rows[0], StringComparison.Ordinal);
        Assert.Contains("Asisten Pemerintahan", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAdministratorAddsASpellingAndNobodyElseMay()
    {
        var person = await house.Here.AskAsync(d => d.Set<OfficeHolding>().Where(h => h.Office!.Title == "Kapolres").Select(h => h.Person!).SingleAsync());
        var admin = await house.SignedInAsync("admin");
        var answer = await admin.SubmitAsync($"/orang/{person.Id}", "orang", ("Input.Name", person.Name), ("Input.Rank", "AKBP"), ("Input.Aliases", "Kontoh Lain\nKontoh Lagi"));
        Assert.Contains("role=\"status\"", answer.Body, StringComparison.Ordinal);
        var desk = await house.SignedInAsync("desk");
        Assert.Single((await desk.GetAsync("/orang?cari=kontoh+lagi")).Page().QuerySelectorAll("main tbody tr"));
        Assert.DoesNotContain("orang", (await desk.GetAsync($"/orang/{person.Id}")).Forms().Keys);
    }

    [Fact]
    public async Task SomebodyKnownTakesAnOfficeAndTheFormSaysThatThereIsAnAccount()
    {
        var office = await house.Here.AskAsync(d => d.Set<Office>().Where(o => o.Title == "Asisten Pemerintahan").Select(o => o.Id).SingleAsync());
        var desk = await house.Here.AskAsync(async d =>
        {
            var id = await d.Users.Where(u => u.UserName == "satpolpp").Select(u => u.PersonId).SingleAsync();
            return await d.Set<Person>().SingleAsync(p => p.Id == id);
        });
        var path = $"/jabatan/{office}?cari={Uri.EscapeDataString(desk.Name)}";
        var admin = await house.SignedInAsync("admin");
        Assert.Contains("Sudah punya akun", (await admin.GetAsync(path)).Body, StringComparison.Ordinal);
        var answer = await admin.SubmitAsync(path, "pejabat", ("Input.PersonId", desk.Id.ToString()), ("Input.From", Today));
        Assert.Contains("role=\"status\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Asisten Pemerintahan", (await (await house.SignedInAsync("satpolpp")).GetAsync("/hak-akses")).Body, StringComparison.Ordinal);
        Assert.Equal(2, (await admin.GetAsync($"/orang/{desk.Id}")).Page().QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task NobodyOfAnotherKabupatenIsFoundByIdOrName()
    {
        var other = await house.Here.AskAsync(d => d.Set<Person>().Where(p => p.Name.StartsWith(House.Marker)).Select(p => p.Id).SingleAsync());
        var desk = await house.SignedInAsync("desk");
        var (unknown, theirs) = (await desk.GetAsync($"/orang/{Guid.NewGuid()}"), await desk.GetAsync($"/orang/{other}"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.Status, theirs.Status));
        Assert.Equal(unknown.Page().QuerySelector("main")!.TextContent, theirs.Page().QuerySelector("main")!.TextContent);
        Assert.Empty((await desk.GetAsync($"/orang?cari={House.Marker}")).Page().QuerySelectorAll("main tbody tr"));
    }

    private string Today => house.Here.Services.GetRequiredService<OfficeClock>().Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<Guid> PersonAsync(string name) => house.Here.AskAsync(d => d.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync());
}
