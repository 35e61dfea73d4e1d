using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Engine;

/// <summary>Which election a file of stations goes to, by the code that is named.</summary>
public sealed class ImportElectionTests : IAsyncLifetime
{
    private Installation _here = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await Installation.CreateAsync();
        foreach (var code in (string[])["pemilu-2019", "pilkada-2024"])
            await _here.AskAsync(d => ElectionStore.AddDraftAsync(d, code, code, ElectionKind.Pemilu, "Asia/Jakarta", CancellationToken.None));
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Theory]
    [InlineData("pemilu-2019")]
    [InlineData("pemilu-2024")]
    [InlineData("pilkades-2027")]
    public async Task ACodeThatIsThereOrIsANewOneIsTaken(string code) => Assert.Equal((code, null), await ChooseAsync(code));

    [Theory]
    [InlineData("pemliu-2019")]
    [InlineData("pemilu2019")]
    [InlineData("pilkad-2024")]
    [InlineData("Pemilu 2029")]
    [InlineData("")]
    public async Task ACodeThatLooksMistypedIsAskedAbout(string code)
    {
        var (chosen, unclear) = await ChooseAsync(code);
        Assert.Null(chosen);
        Assert.Equal(["pemilu-2019", "pilkada-2024"], unclear!.Choices.Order(StringComparer.Ordinal));
    }

    private Task<(string? Code, ElectionUnclear? Unclear)> ChooseAsync(string code) =>
        _here.AskAsync(d => ImportElection.ChooseAsync(d, code, _here.Services.GetRequiredService<OfficeClock>(), CancellationToken.None));
}
