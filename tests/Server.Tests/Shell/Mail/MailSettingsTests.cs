using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Tests.Shell.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void WithoutAServerMailIsOff() => Assert.Equal((null, null), MailSettings.Of(" ", null, null, null));

    [Theory]
    [InlineData("smtp://mail.example.go.id", 587, false)]
    [InlineData("smtp://mail.example.go.id:25", 25, false)]
    [InlineData("smtps://mail.example.go.id", 465, true)]
    public void AServerIsNamedByItsAddress(string server, int port, bool encrypted)
    {
        var (settings, problem) = MailSettings.Of(server, "Kabupaten Contoh <undangan@example.go.id>", null, null);
        Assert.Null(problem);
        Assert.Equal(("mail.example.go.id", port, encrypted, "undangan@example.go.id"), (settings!.Host, settings.Port, settings.Encrypted, settings.From.Address));
    }

    [Theory]
    [InlineData("mail.example.go.id", "undangan@example.go.id", null, null, "TIGAPILAR_SMTP")]
    [InlineData("http://mail.example.go.id", "undangan@example.go.id", null, null, "TIGAPILAR_SMTP")]
    [InlineData("smtp://u:rahasia@mail.example.go.id", "undangan@example.go.id", null, null, "TIGAPILAR_SMTP_USER")]
    [InlineData("smtp://mail.example.go.id", null, null, null, "TIGAPILAR_SMTP_FROM")]
    [InlineData("smtp://mail.example.go.id", "bukan alamat", null, null, "TIGAPILAR_SMTP_FROM")]
    [InlineData("smtp://mail.example.go.id", "undangan@example.go.id", "petugas", null, "TIGAPILAR_SMTP_PASSWORD")]
    [InlineData(null, "undangan@example.go.id", null, null, "TIGAPILAR_SMTP")]
    public void WhatIsWrongIsNamedAndNoPasswordIsPrinted(string? server, string? from, string? user, string? password, string named)
    {
        var (settings, problem) = MailSettings.Of(server, from, user, password);
        Assert.Null(settings);
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" umum@kecamatan.example.go.id ", "umum@kecamatan.example.go.id")]
    [InlineData("umum+surat@desa-contoh.id", "umum+surat@desa-contoh.id")]
    [InlineData("umum", null)]
    [InlineData("umum@desa", null)]
    [InlineData("umum@@desa.id", null)]
    [InlineData("a@b.id,c@d.id", null)]
    [InlineData("Camat <camat@example.id>", null)]
    [InlineData("camat@example.id\nBcc: lain@example.id", null)]
    [InlineData("", null)]
    public void AnAddressIsOneAndNothingBesides(string typed, string? address) => Assert.Equal(address, MailAddress.Clean(typed));
}
