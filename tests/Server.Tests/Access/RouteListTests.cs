namespace TigaPilar.Server.Tests.Access;

/// <summary>Which permission each route asks for: a change of it is read by somebody before it is accepted.</summary>
public sealed class RouteListTests
{
    [Fact]
    public async Task RouteListIsApproved()
    {
        await using var here = await Installation.CreateAsync(running: true);
        Approved.Matches("routes.approved.txt", string.Concat(Routes.Of(here.Services).Select(r => $"{r}\n")));
    }

    [Fact]
    public async Task EveryRouteDeclaresItsPermission()
    {
        await using var here = await Installation.CreateAsync(running: true);
        Assert.Empty(Routes.WithoutPermission(Routes.Of(here.Services)));
    }

    [Fact]
    public void ARouteWithoutPermissionWouldBeSeen() =>
        Assert.Single(Routes.WithoutPermission([new Route(["GET"], "/baru", null, IsPage: true, []), new Route(["GET"], "/", "home.read", IsPage: true, [])]));
}
