using System.Globalization;
using TigaPilar.Server.Accounts;

namespace TigaPilar.Server.Tests.Access;

/// <summary>RFC 6238, appendix B: SHA-1, the last six of its eight digits.</summary>
public sealed class TotpTests
{
    // The RFC's key '12345678901234567890' in base 32.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void DigitsAreThoseOfTheStandard(long seconds, string digits) =>
        Assert.Equal(digits, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void AKeyHas160BitsAndIsNeverTheSame()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => Totp.NewKey()).ToList();
        Assert.All(keys, k => Assert.Matches("^[A-Z2-7]{32}$", k));
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void TheAppReadsKeyAndNameFromTheCode() =>
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/Tiga%20Pilar:kabag%26ops?secret={Key}&issuer=Tiga%20Pilar&digits=6"),
            Totp.Uri(Key, "kabag&ops"));
}
