using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Storage;

/// <summary>A list that was pasted comes back in its order.</summary>
public sealed class OrderedIdTests
{
    [Fact]
    public void IdsSortInTheOrderInWhichTheyWereMade()
    {
        var made = Enumerable.Range(0, 10_000).Select(_ => OrderedId.New().ToString()).ToList();
        Assert.Equal(made.Order(StringComparer.Ordinal), made);
    }
}
