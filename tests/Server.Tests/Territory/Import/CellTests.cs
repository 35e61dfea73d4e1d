using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Tests.Territory.Import;

public sealed class CellTests
{
    [Theory]
    [InlineData("5.858", 5858)]
    [InlineData("5,858", 5858)]
    [InlineData("5858", 5858)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("0", 0)]
    [InlineData("0.858", null)]
    [InlineData("5.85", null)]
    [InlineData("-5", null)]
    [InlineData("5.858,5", null)]
    [InlineData("", null)]
    public void InAColumnOfCountsADotParts(string text, int? count) => Assert.Equal(count, new TableCell(text).Count());

    [Theory]
    [InlineData("-8.335", -8.335)]
    [InlineData("-8,335", -8.335)]
    [InlineData("+112", 112.0)]
    [InlineData("1.234,5", null)]
    [InlineData("NaN", null)]
    [InlineData("1e3", null)]
    public void InAColumnOfNumbersADotBeginsTheDecimals(string text, double? number) => Assert.Equal(number, new TableCell(text).Number());

    [Fact]
    public void ANumberOfASpreadsheetKeepsAllItsDigits()
    {
        Assert.Equal("3508012001001", TableCell.Of(3508012001001d).Text);
        Assert.Equal("35.1", TableCell.Of(35.1).Text);
        Assert.Equal((0.00001, 5858), (TableCell.Of(0.00001).Number(), TableCell.Of(5858d).Count()));
    }

    [Fact]
    public void ADateIsNoNumber() => Assert.Equal((null, null), (TableCell.Of(new DateTime(2024, 2, 14)).Number(), TableCell.Of(new DateTime(2024, 2, 14)).Count()));
}
