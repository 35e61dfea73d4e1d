using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Tests.Territory.Import;

/// <summary>Commands find their data by the environment, which is the whole process's.</summary>
[CollectionDefinition(nameof(UndoCommandTests), DisableParallelization = true)]
[Collection(nameof(UndoCommandTests))]
public sealed class UndoCommandTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("TIGAPILAR_DATA");
    private readonly Workplace _files = new();

    public UndoCommandTests() => Environment.SetEnvironmentVariable("TIGAPILAR_DATA", _files.Path("data"));

    [Fact]
    public async Task VotersComeInWithChosenColumnsAndAreTakenBackOnce()
    {
        var file = _files.File("asing.csv", "Kodifikasi;Urut;Banyaknya;Suara Sah\n35.08.01.2001;1;241;200\n");
        string[] import = ["import", "voters", file, "--json", "--map", "village_code=Kodifikasi", "--map", "number=Urut", "--map"];
        var refused = await Workplace.Run([.. import, "voters=Suara Sah"]);
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains("tidak pernah diambil", refused.Error, StringComparison.Ordinal);
        Assert.Contains("bukan isian", (await Workplace.Run([.. import, "warna=Banyaknya"])).Error, StringComparison.Ordinal);

        var taken = await Workplace.Run([.. import, "voters=Banyaknya"]);
        Assert.Contains("\"kind\":\"voters\",\"added\":1,", taken.Output, StringComparison.Ordinal);
        Assert.Contains("\"gone\":1,\"back\":0,\"undone\":false", (await Workplace.Run(["import", "undo", "--dry-run", "--json"])).Output, StringComparison.Ordinal);
        Assert.Contains("\"gone\":1,\"back\":0,\"undone\":true", (await Workplace.Run(["import", "undo", "--json"])).Output, StringComparison.Ordinal);
        var again = await Workplace.Run(["import", "undo"]);
        Assert.Equal(ExitCode.BadInput, again.Code);
        Assert.Contains("sudah dibatalkan", again.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TIGAPILAR_DATA", _before);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _files.Dispose();
    }
}
