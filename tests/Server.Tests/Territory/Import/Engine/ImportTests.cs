using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Engine;

[Trait("Database", "each")]
public sealed class ImportTests
{
    [Theory]
    [InlineData("lumajang", 205, 3322, 14)]
    [InlineData("lampung-tengah", 311, 4071, 2)]
    public async Task ARealKabupatenIsTakenWholeAndTheSecondTimeNothingChanges(string name, int villages, int stations, int special)
    {
        await using var here = await Installation.CreateAsync();
        (ImportKind Kind, string File, int Rows)[] files =
        [
            (ImportKind.Villages, SharedData.File($"{name}-villages.csv"), villages),
            (ImportKind.Boundaries, SharedData.File($"{name}-desa.geojson"), villages),
            (ImportKind.Stations, SharedData.File($"{name}-tps-2024.csv"), stations),
        ];
        foreach (var (kind, file, rows) in files)
            Assert.Equal((rows, 0, 0, 0), (await here.ImportFileAsync(kind, file)).Counts());
        Assert.Equal((villages, stations), (await here.VillagesAsync(), await here.StationsAsync()));
        Assert.Equal(special, await here.AskAsync(d => d.Set<Station>().CountAsync(s => s.Special)));
        Assert.Equal(villages, await here.AskAsync(d => d.Set<AreaBoundary>().CountAsync()));

        foreach (var (kind, file, rows) in files)
            Assert.Equal((0, 0, rows, 0), (await here.ImportFileAsync(kind, file)).Counts());
        Assert.Equal(6, (await here.AuditAsync()).Count(a => a.Digest is { Length: 64 }));
    }

    [Fact]
    public async Task OnlyTheAncestorsOfRowsComeAlongAndAreNotCounted()
    {
        await using var here = await Installation.CreateAsync();
        var end = await here.ImportAsync(ImportKind.Villages, "kode_desa,nama,lat,lng\n35.08.01.2001,Tegalrejo,-8.33,112.95\n");
        Assert.Equal((1, 0, 0, 0), end.Counts());
        Assert.Equal(
            ["35 Jawa Timur", "35.08 Kabupaten Lumajang", "35.08.01 Tempursari", "35.08.01.2001 Tegalrejo"],
            await here.AskAsync(d => d.Set<Area>().OrderBy(a => a.Code).Select(a => a.Code + " " + a.Name).ToListAsync()));
    }

    [Fact]
    public async Task AFileWithOneBadRowIsRefusedWholeAndTheRowIsNamed()
    {
        await using var here = await Installation.CreateAsync();
        const string File = "kode_tps,jenis\n35.08.01.2001.001,reguler\n35.08.01.2001.ABC,reguler\n35.08.01.2001.003,khusus\n";
        var refused = await here.ImportAsync(ImportKind.Stations, File);
        Assert.Equal((2, 0, 0, 1), refused.Counts());
        Assert.False(refused.IsApplied);
        Assert.Equal(3, Assert.Single(refused.Log.Findings).Row);
        Assert.Equal((0, 0), (await here.StationsAsync(), await here.VillagesAsync()));
        Assert.Empty(await here.AuditAsync());
        Assert.Empty(await here.AskAsync(d => d.Set<Election>().ToListAsync()));

        var accepted = await here.ImportAsync(ImportKind.Stations, File, acceptValid: true);
        Assert.Equal((2, 0, 0, 1), accepted.Counts());
        Assert.True(accepted.IsApplied);
        Assert.Equal(2, await here.StationsAsync());
    }

    [Fact]
    public async Task AFileThatBreaksOffIsRefusedEvenWhereValidRowsAreAccepted()
    {
        await using var here = await Installation.CreateAsync();
        var broken = "kode_tps,jenis\n35.08.01.2001.001,reguler\n35.08.01.2001.002,"u8.ToArray().Append((byte)0xFF).ToArray();
        var end = await here.ImportAsync(ImportKind.Stations, new MemoryStream(broken), acceptValid: true);
        Assert.True(end.Record.Unusable);
        Assert.False(end.IsApplied);
        Assert.Equal(0, await here.StationsAsync());
    }

    [Fact]
    public async Task ChangedRowsAreCountedAndWhatTheFileLacksIsKept()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Stations, "kode_tps,jenis,status,alamat\n35.08.01.2001.001,khusus,disurvei,Balai Desa\n35.08.01.2001.002,reguler,,\n");
        var end = await here.ImportAsync(ImportKind.Stations, "kode_tps,lat,lng\n35.08.01.2001.001,-8.33,112.95\n35.08.01.2001.002,,\n35.08.01.2001.003,,\n");
        Assert.Equal((1, 1, 1, 0), end.Counts());
        var station = await here.AskAsync(d => d.Set<Station>().SingleAsync(s => s.Code == "35.08.01.2001.001"));
        Assert.Equal(
            (true, StationState.Surveyed, "Balai Desa", -8.33, 112.95),
            (station.Special, station.State, station.Place, station.Latitude, station.Longitude));
    }

    [Fact]
    public async Task AWorkbookGivesWhatTheSameTextGives()
    {
        await using var here = await Installation.CreateAsync();
        object?[][] rows = [["kode_desa", "nama", "lat", "lng"], ["35.08.01.2001", "Tegalrejo", -8.335, 112.951], ["35.08.02.1001", "Kalirejo", null, null]];
        var csv = await here.ImportAsync(ImportKind.Villages, "kode_desa,nama,lat,lng\n35.08.01.2001,Tegalrejo,-8.335,112.951\n35.08.02.1001,Kalirejo,,\n", dryRun: true);
        var workbook = await here.ImportAsync(ImportKind.Villages, Reading.Workbook(("Desa", rows)));
        Assert.Equal(csv.Counts(), workbook.Counts());
        Assert.Equal(2, workbook.Record.Added);
        var again = await here.ImportAsync(ImportKind.Villages, "kode_desa,nama,lat,lng\n35.08.01.2001,Tegalrejo,-8.335,112.951\n35.08.02.1001,Kalirejo,,\n");
        Assert.Equal((0, 0, 2, 0), again.Counts());
    }

    [Fact]
    public async Task ADryRunWritesNothing()
    {
        await using var here = await Installation.CreateAsync();
        var end = await here.ImportAsync(ImportKind.Stations, Imports.Stations("35.08", 1), dryRun: true);
        Assert.Equal((205, 0, 0, 0), end.Counts());
        Assert.Equal((0, 0), (await here.StationsAsync(), await here.VillagesAsync()));
        Assert.Empty(await here.AuditAsync());
        Assert.Empty(Directory.CreateDirectory(Path.Combine(here.Folder, "imports")).EnumerateFiles());
    }

    [Fact]
    public async Task AVillageThatNoListNamesIsStoredUnnamedAndTold()
    {
        await using var here = await Installation.CreateAsync();
        var end = await here.ImportAsync(ImportKind.Stations, "kode_tps,jenis\n35.08.01.2999.001,reguler\n35.08.01.2999.002,reguler\n");
        var finding = Assert.Single(end.Log.Findings);
        Assert.Equal((ImportFindings.UnnamedArea, "35.08.01.2999", 1), (finding.Kind, finding.Value, end.Record.Flagged));
        Assert.Null((await here.AskAsync(d => d.Set<Area>().SingleAsync(a => a.Code == "35.08.01.2999"))).Name);
    }

    [Fact]
    public async Task ACentreOutsideItsOutlineIsFlaggedAndTheOutlineDoesNotMoveIt()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Villages, "kode_desa,lat,lng\n35.08.01.2001,-8.5,112.5\n");
        var end = await here.ImportAsync(ImportKind.Boundaries, """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"35.08.01.2001"},
            "geometry":{"type":"Polygon","coordinates":[[[112.9,-8.4],[113,-8.4],[113,-8.3],[112.9,-8.3],[112.9,-8.4]]]}}]}
            """);
        Assert.Equal(ImportFindings.CentreOutside, Assert.Single(end.Log.Findings).Kind);
        Assert.Equal((1, 1), (end.Record.Added, end.Record.Flagged));
        Assert.Equal(112.5, (await here.AskAsync(d => d.Set<Area>().SingleAsync(a => a.Code == "35.08.01.2001"))).Longitude);
    }

    [Fact]
    public async Task StationsGoToTheOnlyElectionThatIsNotClosedAndSeveralAreAskedAbout()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Stations, "kode_tps\n35.08.01.2001.001\n");
        var draft = await here.AskAsync(d => d.Set<Election>().SingleAsync());
        Assert.Equal(ElectionState.Draft, draft.State);
        Assert.StartsWith("impor-", draft.Code, StringComparison.Ordinal);

        await here.AskAsync(d => ElectionStore.AddDraftAsync(d, "pilkada-2029", "Pilkada", ElectionKind.Pilkada, "Asia/Jakarta", CancellationToken.None));
        var unclear = await here.ImportAsync(ImportKind.Stations, "kode_tps\n35.08.01.2001.001\n");
        Assert.Equal(new[] { draft.Code, "pilkada-2029" }.Order(StringComparer.Ordinal), unclear.Unclear!.Choices.Order(StringComparer.Ordinal));
        Assert.Equal((1, 0, 0, 0), (await here.ImportAsync(ImportKind.Stations, "kode_tps\n35.08.01.2001.001\n", election: "pilkada-2029")).Counts());
        Assert.Equal(2, await here.StationsAsync());
    }

    [Fact]
    public async Task RowsOutsideTheReadersAreasAreRefused()
    {
        await using var here = await Installation.CreateAsync();
        var store = here.Services.GetRequiredService<StagingStore>();
        var record = new ImportRecord { Id = Guid.CreateVersion7(), Kind = ImportKind.Villages, FileName = "x", Size = 1, CreatedAt = DateTimeOffset.UnixEpoch };
        await using var staging = await store.OpenAsync(record.Id, CancellationToken.None);
        var log = await here.WithAsync(async (ImportEngine engine) =>
        {
            var found = await engine.StageAsync(
                record, staging, Reading.Stream("kode_desa\n35.08.01.2001\n35.09.01.2001\n"), AreaSet.Of("35.08"), _ => { }, CancellationToken.None);
            await engine.CompareAsync(record, staging, CancellationToken.None);
            return found;
        });
        Assert.Equal((1, 1), (record.Added, record.Refused));
        Assert.Equal((ImportFindings.OutsideYourAreas, 3), (Assert.Single(log.Findings).Kind, log.Findings[0].Row));
    }

    [Fact]
    public async Task TwoImportsAtOnceDoNoHarmToEachOther()
    {
        await using var here = await Installation.CreateAsync();
        var (one, other) = (Imports.Stations("35.08", 5), Imports.Stations("18.02", 5));
        var ends = await Task.WhenAll(new[] { one, other, one, other }.Select(f => Task.Run(() => here.ImportAsync(ImportKind.Stations, f))));
        var rows = one.Count('\n') - 1 + other.Count('\n') - 1;
        Assert.All(ends, e => Assert.True(e.IsApplied));
        Assert.Equal((rows, rows), (ends.Sum(e => e.Record.Added), ends.Sum(e => e.Record.Unchanged)));
        Assert.Equal(rows, await here.StationsAsync());
        Assert.Single(await here.AskAsync(d => d.Set<Election>().ToListAsync()));
    }
}
