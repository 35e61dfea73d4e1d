using TigaPilar.Server.Guarding.Filling;

namespace TigaPilar.Server.Tests.Guarding.Filling;

/// <summary>Names come as they are typed, from a chat or from a spreadsheet.</summary>
public sealed class OfficerLinesTests
{
    [Fact]
    public void ALineIsNameRankNumberPhoneAndFunctionWithSemicolonsOrTabs()
    {
        var (men, problem) = OfficerLines.Read("1. Bima Contoh; Aipda; 0000 0001; +62 800-000-001; Samapta\r\n\r\n2) Ratna Contoh\tBriptu\t\t0800000002\n");
        Assert.Null(problem);
        Assert.Equal(
            [
                new OfficerLine("Bima Contoh", "Aipda", "0000 0001", "+62800000001", "Samapta"),
                new OfficerLine("Ratna Contoh", "Briptu", null, "0800000002", null),
            ],
            men);
    }

    [Fact]
    public void ANameIsEnough() => Assert.Equal([new OfficerLine("Bima Contoh", null, null, null, null)], OfficerLines.Read("Bima Contoh").Men);

    [Theory]
    [InlineData("Bima\n; Aipda", "NameMissing", 2)]
    [InlineData("1.; Bripka; 12", "NameMissing", 1)]
    [InlineData("Bima; Aipda; -", "ServiceNumberShape", 1)]
    [InlineData("Bima; Aipda; abc", "ServiceNumberShape", 1)]
    [InlineData("Bima\nRatna; Aipda; 1; telepon", "PhoneShape", 2)]
    [InlineData("Bima; a; 1; 080000000; c; d", "LineParts", 1)]
    [InlineData(" \n \n", "LinesNone", 1)]
    [InlineData(null, "LinesNone", 1)]
    public void AWrongLineIsNamedAndNothingIsTaken(string? text, string key, int line)
    {
        var (men, problem) = OfficerLines.Read(text);
        Assert.Empty(men);
        Assert.Equal((key, line), problem);
    }
}
