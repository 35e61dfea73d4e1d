using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Tests.Territory.Import.Engine;
using TigaPilar.Server.Territory.Import;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Holders;

[Trait("Database", "each")]
public sealed class HolderImportTests
{
    private const string Head = "instansi;pilar;jabatan;peran;tingkat;kode_wilayah;satuan;pejabat;pangkat;status;mulai;sampai\n";
    private const string Camat = Head + "Kecamatan Contoh;;Camat;camat;;35.08.01;;Budi Contoh;Pembina;definitif;2027-01-02;\nKecamatan Contoh;;Sekretaris;pembaca;;35.08.01;;;;;;\n";

    [Fact]
    public async Task OfficesAndHoldersAreAddedAndTheSecondTimeNothingChanges()
    {
        await using var here = await WithVillagesAsync();
        Assert.Equal((2, 0, 0, 0), (await here.ImportAsync(ImportKind.Offices, Camat)).Counts());
        Assert.Equal((0, 0, 2, 0), (await here.ImportAsync(ImportKind.Offices, Camat)).Counts());
        Assert.Equal(
            ["Camat Camat Kecamatan 35.08.01 Budi Contoh Definitif 2027-01-02"],
            await here.AskAsync(async d => (await d.Set<OfficeHolding>().Include(h => h.Office).Include(h => h.Person).ToListAsync())
                .ConvertAll(h => string.Create(CultureInfo.InvariantCulture, $"{h.Office!.Title} {h.Office.Role} {h.Office.Level} {h.Office.AreaCode} {h.Person!.Name} {h.Kind} {h.From:yyyy-MM-dd}"))));
        Assert.Equal("offices.import", (await here.AuditAsync())[^1].Action);
    }

    [Fact]
    public async Task AnotherHolderClosesTheFormerTheDayBeforeAndAllIsTakenBack()
    {
        await using var here = await WithVillagesAsync();
        var first = await here.ImportAsync(ImportKind.Offices, Camat);
        var second = await here.ImportAsync(ImportKind.Offices, Head + "kecamatan contoh;;Camat;camat;;35.08.01;;Sari Contoh;;Plt;1/3/2027;\n");
        Assert.Equal((0, 1, 0, 0), second.Counts());
        Assert.Equal(["2027-01-02 2027-02-28", "2027-03-01 "], await DaysAsync(here));
        Assert.Equal("OfficesUsed", (await UndoAsync(here, first)).Problem);
        Assert.Equal(new UndoEnd(null, 0, 1), await UndoAsync(here, second));
        Assert.Equal(["2027-01-02 "], await DaysAsync(here));
        Assert.Equal(new UndoEnd(null, 2), await UndoAsync(here, first));
        Assert.Equal((0, 0), (await here.AskAsync(d => d.Set<Office>().CountAsync()), await here.AskAsync(d => d.Set<Person>().CountAsync())));
        Assert.Equal("AlreadyUndone", (await UndoAsync(here, first)).Problem);
    }

    [Theory]
    [InlineData("Dinas;;Kepala;administrator;;;;;;;;", nameof(ImportFindings.NoAdministrator))]
    [InlineData("Dinas;;Kepala;raja;;;;;;;;", nameof(ImportFindings.UnknownRole))]
    [InlineData("Dinas;;Kepala;desk;;35.99;;;;;;", nameof(ImportFindings.UnknownAreaCode))]
    [InlineData("Dinas;;Kepala;desk;;;Polres Tiada;;;;;", nameof(ImportFindings.UnknownCommand))]
    [InlineData("Dinas;;Kepala;desk;;;;Budi Contoh;;;31-02-2027;", nameof(ImportFindings.NotADay))]
    [InlineData("Dinas;;Kepala;desk;;;;Budi Contoh;;;2027-02-01;2027-01-01", nameof(ImportFindings.EndsBeforeItBegins))]
    [InlineData(";;Kepala;desk;;;;;;;;", nameof(ImportFindings.TextNeeded))]
    public async Task WhatCanNotBeStoredIsRefused(string row, string kind)
    {
        await using var here = await WithVillagesAsync();
        var end = await here.ImportAsync(ImportKind.Offices, $"{Head}{row}\n");
        Assert.Equal((1, kind), (end.Record.Refused, Assert.Single(end.Log.Findings).Kind.Key));
        Assert.Equal(0, await here.AskAsync(d => d.Set<Office>().CountAsync()));
    }

    [Fact]
    public async Task UnknownPillarsAndAmbiguousCommandsAreFlaggedAndIdentitiesAreNeverStored()
    {
        await using var here = await WithVillagesAsync();
        await here.AskAsync(async d =>
        {
            foreach (var _ in "ab")
                Server.Territory.Contract.TerritoryStore.AddJurisdiction(
                    d, Server.Territory.Contract.CommandForce.Polri, Server.Territory.Contract.JurisdictionKind.Polsek, "Polsek Contoh", null, "35.08.01");
            return await d.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var end = await here.ImportAsync(
            ImportKind.Offices, "instansi;pilar;jabatan;peran;satuan;pejabat;NIK;nomor\nPolsek Contoh;biru;Kapolsek;polri;Polsek Contoh;9999010101010001;9999010101010001;9999 0101 0101 0001\n");
        Assert.Equal((1, 0, 0, 0), end.Counts());
        Assert.Equal(
            new[] { nameof(ImportFindings.IdentityIgnored), nameof(ImportFindings.IdentityIgnored), nameof(ImportFindings.IdentityInCell), nameof(ImportFindings.UnknownPillar), nameof(ImportFindings.AmbiguousCommand) }.Order(StringComparer.Ordinal),
            end.Log.Findings.Select(f => f.Kind.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await here.AskAsync(d => d.Set<ImportNote>().Select(n => n.Value + n.Arguments).ToListAsync()), v => v.Contains("999901", StringComparison.Ordinal));
        Assert.Equal(0, await here.AskAsync(d => d.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task TheAdministratorsOfficeIsLeftAsItIs()
    {
        await using var here = await WithVillagesAsync();
        await here.AskAsync(async d =>
        {
            var agency = OfficeStore.AddAgency(d, "Kominfo", null);
            OfficeStore.AddOffice(d, agency, "Pengelola", OfficeRole.Administrator, OfficeLevel.Kabupaten);
            return await d.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var end = await here.ImportAsync(ImportKind.Offices, Head + "Kominfo;;Pengelola;desk;;;;Budi Contoh;;;;\n");
        Assert.Equal((ImportFindings.AdministratorKept, 1), (Assert.Single(end.Log.Findings).Kind, end.Record.Unchanged));
        Assert.Equal(0, await here.AskAsync(d => d.Set<OfficeHolding>().CountAsync()));
    }

    private static async Task<Installation> WithVillagesAsync()
    {
        var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Villages, "kode_desa\n35.08.01.2001\n");
        return here;
    }

    private static Task<UndoEnd> UndoAsync(Installation here, ImportEnd import) =>
        here.WithAsync((ImportUndo undo) => undo.RunAsync(import.Record.Id, null, false, CancellationToken.None));

    private static async Task<List<string>> DaysAsync(Installation here) =>
        (await here.AskAsync(d => d.Set<OfficeHolding>().OrderBy(h => h.From).ToListAsync())).ConvertAll(h => string.Create(CultureInfo.InvariantCulture, $"{h.From:yyyy-MM-dd} {h.To:yyyy-MM-dd}"));
}
