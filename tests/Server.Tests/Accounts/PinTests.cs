using TigaPilar.Server.Accounts;

namespace TigaPilar.Server.Tests.Accounts;

public sealed class PinTests
{
    [Theory]
    [InlineData("123456")]
    [InlineData("012345")]
    [InlineData("890123")]
    [InlineData("654321")]
    [InlineData("000000")]
    [InlineData("777777")]
    public void WhatAnybodyWouldTryFirstIsRefused(string pin) => Assert.Equal("PinTooEasy", Pin.Problem(pin));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12a456")]
    [InlineData("١٢٣٤٥٦")]
    public void WhatIsNotSixDigitsIsRefused(string? pin) => Assert.Equal("PinSixDigits", Pin.Problem(pin));

    [Theory]
    [InlineData("193746")]
    [InlineData("112233")]
    [InlineData("123457")]
    public void TheRestIsTaken(string pin) => Assert.Null(Pin.Problem(pin));
}
