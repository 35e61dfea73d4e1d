using System.Diagnostics;
using System.Runtime.InteropServices;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Engine;

[Trait("Database", "each")]
public sealed class KilledImportTests
{
    [Theory]
    [InlineData("menyiapkan", 500)]
    [InlineData("100 %", 0)]
    [InlineData("100 %", 60)]
    [InlineData("100 %", 150)]
    public async Task AnImportThatIsKilledLeavesAllOrNothing(string said, int thenMilliseconds)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var here = await Installation.CreateAsync();
        var list = Imports.Stations("35.08", 90);
        var rows = list.Count('\n') - 1;
        using var import = Start(here, here.File("tps.csv", list));
        while (await import.StandardError.ReadLineAsync(cancel) is { } line && !line.Contains(said, StringComparison.Ordinal)) { }
        await Task.Delay(thenMilliseconds, cancel);
        import.Kill();
        await import.WaitForExitAsync(cancel);

        var stored = await here.StationsAsync();
        Assert.True(stored == 0 || stored == rows, $"{stored} of {rows} stations are stored.");
        Assert.Equal(stored == 0 ? 0 : 1, (await here.AuditAsync()).Count);
        var again = await here.ImportAsync(ImportKind.Stations, list);
        Assert.Equal((rows, 0), (again.Record.Added + again.Record.Unchanged, again.Record.Refused));
        Assert.Equal(rows, await here.StationsAsync());
    }

    private static Process Start(Installation here, string file)
    {
        // The test host is a program of its own; the runtime that it runs on has dotnet three folders above.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "TigaPilar.dll"), "import", "stations", file })
            start.ArgumentList.Add(argument);
        start.Environment["TIGAPILAR_DATA"] = here.Folder;
        start.Environment["TIGAPILAR_DATABASE"] = here.Storage.Connection;
        return Process.Start(start)!;
    }
}
