using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Tests.Sample;

[Trait("Database", "each")]
public sealed class SampleStartTests
{
    [Fact]
    public async Task A_first_start_that_was_stopped_after_the_election_goes_on_at_the_next()
    {
        await using var installation = await Installation.CreateAsync();
        await installation.AskAsync(d => ElectionStore.AddDraftAsync(
            d, "pemilu-contoh", "Pemilu contoh", ElectionKind.Pemilu, "Asia/Jakarta", TestContext.Current.CancellationToken));
        var accounts = await installation.WithAsync<SampleKabupaten, IReadOnlyList<SampleAccount>>(
            s => s.LoadAsync(Path.Combine(AppContext.BaseDirectory, "sample"), TestContext.Current.CancellationToken));
        Assert.NotEmpty(accounts);
    }

    [Theory]
    [InlineData("http://localhost:5080", null, false)]
    [InlineData("http://localhost:5080", "http://localhost:5080", false)]
    [InlineData("http://localhost:5080", "https://tigapilar.example", true)]
    [InlineData("http://0.0.0.0:5080", "https://tigapilar.example", true)]
    public void A_public_address_opens_this_machine_to_others(string listen, string? named, bool open) =>
        Assert.Equal(open, Addresses.IsOpenToOthers(listen, named is null ? null : new Uri(named)));
}
