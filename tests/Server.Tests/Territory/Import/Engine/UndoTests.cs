using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Engine;

[Trait("Database", "each")]
public sealed class UndoTests
{
    private const string List = "kode_tps,alamat\n35.08.01.2001.001,Balai\n35.08.01.2001.002,\n";

    [Fact]
    public async Task WhatWasAddedGoesWithTheAreasThatCameAlong()
    {
        await using var here = await Installation.CreateAsync();
        var import = (await here.ImportAsync(ImportKind.Stations, Imports.Stations("35.08", 3))).Record;
        Assert.Equal(new UndoEnd(null, 615), await UndoAsync(here, import.Id, dryRun: true));
        Assert.Equal(615, await here.StationsAsync());
        Assert.Equal(new UndoEnd(null, 615), await UndoAsync(here, import.Id));
        Assert.Equal((0, 0), (await here.StationsAsync(), await here.AskAsync(d => d.Set<Area>().CountAsync())));
        Assert.Equal(0, await here.AskAsync(d => d.Set<ImportChange>().CountAsync()));
        Assert.Equal(("import.undo", "35.08", import.Digest), await LastAsync(here));
        Assert.Equal("AlreadyUndone", (await UndoAsync(here, import.Id)).Problem);
    }

    [Fact]
    public async Task WhatWasChangedGetsItsFormerValues()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Stations, "kode_tps,jenis,alamat,lat,lng\n35.08.01.2001.001,khusus,\"Balai\\desa\",-8.123456,112.95\n35.08.01.2001.002,reguler,,,\n");
        var before = await RowsAsync(here);
        var second = await here.ImportAsync(
            ImportKind.Stations, "kode_tps,jenis,alamat,lat,lng\n35.08.01.2001.001,reguler,Gudang,-8.2,112.9\n35.08.01.2001.002,,Pasar,,\n35.08.01.2001.003,,,,\n");
        Assert.Equal(new UndoEnd(null, 1, 2), await UndoAsync(here, second.Record.Id));
        Assert.Equal(before, await RowsAsync(here));
    }

    [Theory]
    [InlineData(ImportKind.Stations, "kode_tps,alamat\n35.08.01.2001.002,Pasar\n")]
    [InlineData(ImportKind.Voters, "kode_tps,dpt\n35.08.01.2001.002,200\n")]
    public async Task RowsThatALaterImportTouchedKeepTheEarlierFromBeingTakenBack(ImportKind kind, string file)
    {
        await using var here = await Installation.CreateAsync();
        var first = await here.ImportAsync(ImportKind.Stations, List);
        var second = await here.ImportAsync(kind, file);
        Assert.Equal(new UndoEnd("TouchedSince", 2, 0, 1, "35.08.01.2001.002"), await UndoAsync(here, first.Record.Id));
        Assert.Equal(2, await here.StationsAsync());
        Assert.Null((await UndoAsync(here, second.Record.Id)).Problem);
        Assert.Null((await UndoAsync(here, first.Record.Id)).Problem);
        Assert.Equal(0, await here.StationsAsync());
    }

    [Fact]
    public async Task ARowChangedByHandKeepsTheImport()
    {
        await using var here = await Installation.CreateAsync();
        var import = await here.ImportAsync(ImportKind.Stations, List);
        await here.AskAsync(d => d.Set<Station>().Where(s => s.Code == "35.08.01.2001.001").ExecuteUpdateAsync(s => s.SetProperty(x => x.Place, "Masjid")));
        Assert.Equal(("TouchedSince", 1), ((await UndoAsync(here, import.Record.Id)) is var end ? (end.Problem, end.Touched) : default));
        Assert.Equal(2, await here.StationsAsync());
    }

    [Fact]
    public async Task VillagesWithStationsInThemStayUntilTheseAreTakenBack()
    {
        await using var here = await Installation.CreateAsync();
        var villages = await here.ImportAsync(ImportKind.Villages, "kode_desa,nama,lat,lng\n35.08.01.2001,Tegalrejo,-8.33,112.95\n");
        var outlines = await here.ImportAsync(ImportKind.Boundaries, """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"35.08.01.2001"},
            "geometry":{"type":"Polygon","coordinates":[[[112.9,-8.4],[113,-8.4],[113,-8.3],[112.9,-8.3],[112.9,-8.4]]]}}]}
            """);
        Assert.Equal("TouchedSince", (await UndoAsync(here, villages.Record.Id)).Problem);
        Assert.Equal(new UndoEnd(null, 1), await UndoAsync(here, outlines.Record.Id));
        Assert.Equal(new UndoEnd(null, 1), await UndoAsync(here, villages.Record.Id));
        Assert.Equal(0, await here.AskAsync(d => d.Set<Area>().CountAsync()));
    }

    [Fact]
    public async Task OnlyWhoMayWriteInAllItsAreasTakesAnImportBack()
    {
        await using var here = await Installation.CreateAsync();
        var import = await here.ImportAsync(ImportKind.Stations, List);
        var police = new Reader(Guid.NewGuid(), "", [new HeldOffice(Guid.NewGuid(), "", OfficeRole.Polri, AreaSet.Of("35.08.02"))]);
        Assert.Equal("OutsideNow", (await UndoAsync(here, import.Record.Id, police)).Problem);
        police = police with { Offices = [police.Offices[0] with { Areas = AreaSet.Of("35.08") }] };
        Assert.Null((await UndoAsync(here, import.Record.Id, police)).Problem);
    }

    [Fact]
    public async Task TheCommandLineTakesTheNewestBack()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Stations, List);
        await here.ImportAsync(ImportKind.Stations, "kode_tps\n35.08.01.2001.003\n");
        Assert.Equal(1, (await here.WithAsync((ImportUndo undo) => here.AskAsync(d => ImportUndo.NewestAsync(d, CancellationToken.None))))!.Added);
    }

    private static Task<UndoEnd> UndoAsync(Installation here, Guid import, Reader? reader = null, bool dryRun = false) =>
        here.WithAsync((ImportUndo undo) => undo.RunAsync(import, reader, dryRun, CancellationToken.None));

    private static async Task<(string, string?, string?)> LastAsync(Installation here) =>
        (await here.AuditAsync())[^1] is var last ? (last.Action, last.AreaCode, last.Digest) : default;

    private static Task<List<string>> RowsAsync(Installation here) => here.AskAsync(d => d.Set<Station>().OrderBy(s => s.Code)
        .Select(s => s.Code + "|" + s.Special + "|" + s.State + "|" + s.Place + "|" + s.Latitude + "|" + s.Longitude).ToListAsync());
}
