namespace TigaPilar.Server.Tests.Accounts;

public sealed class SignInAnswerTests
{
    [Fact]
    public async Task A_locked_account_answers_as_a_name_that_nobody_has_and_nobody_lists_villages_elsewhere()
    {
        var (installation, accounts) = await Installation.WithSampleAsync();
        await using var _ = installation;
        using var visitor = new Visitor(installation.Address);
        var answers = new List<string>();
        foreach (var name in (string[])["desk", "desk", "desk", "desk", "desk", "desk", "nobody"])
        {
            await visitor.OpenAsync("/masuk");
            await visitor.SendAsync("masuk", ("Input.Name", name), ("Input.Password", "not the password"));
            answers.Add(visitor.Page.QuerySelector("[role=alert]")!.TextContent);
        }

        Assert.Single(answers.Distinct());

        using var danyon = new Visitor(installation.Address);
        await danyon.SignInAsync(accounts.Single(a => a.Name == "danyon"));
        await danyon.OpenAsync("/tps?di=35.08.02");
        Assert.Equal([""], danyon.Page.QuerySelectorAll("select[name=di] option").Select(o => o.GetAttribute("value")));
    }
}
