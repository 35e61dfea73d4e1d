namespace TigaPilar.Server.Tests.Offices;

public sealed class OwnAdministrationTests
{
    [Fact]
    public async Task An_administrator_neither_ends_nor_hands_over_the_own_office_and_names_that_are_no_names_get_no_account()
    {
        var (installation, accounts) = await Installation.WithSampleAsync();
        await using var _ = installation;
        using var admin = new Visitor(installation.Address);
        await admin.SignInAsync(accounts.Single(a => a.Name == "admin"));
        await admin.OpenAsync("/instansi?cari=Administrator%20sistem");
        var office = admin.Page.QuerySelector("main a[href^='/jabatan/']:not([href$=baru])")!.GetAttribute("href")!;

        await admin.OpenAsync(office);
        await admin.SendAsync("akhiri");
        await admin.OpenAsync(office);
        await admin.SendAsync("pejabat", ("Input.Name", "Sari Contoh"), ("Input.Kind", "Definitif"), ("Input.From", "2031-01-01"));
        Assert.Contains("administrator", admin.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await admin.OpenAsync("/akun");
        Assert.Equal(System.Net.HttpStatusCode.OK, admin.Status);
        Assert.EndsWith("/akun", admin.Address.AbsolutePath, StringComparison.Ordinal);

        await admin.OpenAsync("/akun?cari=Sekretaris%20Daerah");
        var form = admin.Page.QuerySelectorAll("main input[name=_handler]").Single().GetAttribute("value")!;
        await admin.SendAsync(form, ("Act.What", "invite"));
        var link = new Uri(admin.Page.QuerySelector("#tautan")!.TextContent);
        using var invited = new Visitor(installation.Address);
        await invited.OpenAsync(link.AbsolutePath);
        await invited.SendAsync("undangan", ("Input.Name", new string('a', 3000)), ("Input.Password", "tujuh belas pisang"),
            ("Input.Again", "tujuh belas pisang"), ("Input.Code", "000000"));
        Assert.Equal(System.Net.HttpStatusCode.OK, invited.Status);
    }
}
