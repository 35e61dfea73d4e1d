using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Tests.Shell;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData]
    [InlineData("guard")]
    [InlineData("guard", "plan")]
    [InlineData("guard", "pattern")]
    [InlineData("guard", "presets")]
    public async Task HelpStandsEverywhereInEnglish(params string[] command)
    {
        var ended = await Workplace.Run([.. command, "--help"]);
        Assert.Equal(ExitCode.Ok, ended.Code);
        Assert.Contains("Usage:", ended.Output, StringComparison.Ordinal);
        Assert.Contains("./run", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--unit", "provinsi")]
    [InlineData("--neighbours", "-5")]
    [InlineData("--neighbours", "near")]
    [InlineData("--date", "27-11-2024")]
    [InlineData("--seed", "-1")]
    [InlineData("--neighbours", "-Infinity")]
    [InlineData("--seed", "18446744073709551616")]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "two")]
    [InlineData("--threads", "99999999999")]
    [InlineData("--nonsense", "1")]
    public async Task AWrongCommandLineIsUsageAndNotInput(string option, string value)
    {
        var ended = await _place.Plan(option, value);
        Assert.Equal((ExitCode.WrongUsage, ""), (ended.Code, ended.Output));
        Assert.Contains(option, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", ended.Error, StringComparison.Ordinal);
        Assert.All(ended.Error.TrimEnd().Split('\n')[..^1], l => Assert.StartsWith("error: ", l, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_place.Out));
    }

    [Fact]
    public async Task AnAtSignInANameIsNoFileOfMoreArguments() =>
        Assert.Equal(ExitCode.Ok, (await _place.Plan("--name", "@polres")).Code);

    [Fact]
    public async Task ACancelledPlanWritesNothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var ended = await Workplace.RunUntil(["guard", "plan", "--villages", _place.Path("villages.csv"),
            "--stations", _place.Path("stations.csv"), "--out", _place.Out], cancel.Token);
        Assert.Equal(ExitCode.Cancelled, ended.Code);
        Assert.False(Directory.Exists(_place.Out));
    }

    [Fact]
    public async Task AnEarlierPlanIsReplacedAndForeignFilesStay()
    {
        Directory.CreateDirectory(_place.Out);
        _place.File("out/notes.txt", "mine");
        _place.File("out/groups.csv", "old");
        var ended = await _place.Plan();
        Assert.Equal(ExitCode.Ok, ended.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(_place.Path("out/notes.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(4, _place.Rows("groups.csv").Length);
        Assert.Single(Directory.EnumerateDirectories(_place.Path(".")));
    }

    [Fact]
    public async Task WhatWasThereIsPutBackWhenOneFileCanNotBeReplaced()
    {
        Directory.CreateDirectory(_place.Path("out/summary.json"));
        _place.File("out/groups.csv", "old");
        var ended = await _place.Plan();
        Assert.Equal(ExitCode.BadInput, ended.Code);
        Assert.Contains("out: can not be written", ended.Error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(_place.Path("out/groups.csv"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFiles(_place.Out));
        Assert.Single(Directory.EnumerateDirectories(_place.Path(".")));
    }

    [Fact]
    public async Task AnOutThatIsAFileIsRefusedBeforeThePlan()
    {
        _place.File("out", "mine");
        var ended = await _place.Plan();
        Assert.Equal(ExitCode.BadInput, ended.Code);
        Assert.Contains("out: is a file; expected a folder", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("planning", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOutBelowAFileIsRefusedBeforeThePlan()
    {
        _place.File("mine", "mine");
        var ended = await Workplace.Run(["guard", "plan", "--villages", _place.Path("villages.csv"),
            "--stations", _place.Path("stations.csv"), "--out", _place.Path("mine/a/b")]);
        _place.AssertRefused(ended, $"mine/a/b: lies below {_place.Path("mine")}, which is a file; expected a folder");
        Assert.DoesNotContain("planning", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldersMadeForAResultThatDidNotComeAreTakenAwayAgain()
    {
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            OutputFolder.Fill(_place.Path("a/b/c"), _ => cancel.Cancel(), cancel.Token));
        Assert.False(Directory.Exists(_place.Path("a")));
    }
}
