namespace TigaPilar.Server.Tests.Guarding;

/// <summary>What visitors of guard plans do in many tests.</summary>
internal static class PlanVisits
{
    /// <summary>Waits where a plan is being made until it is there; its id.</summary>
    public static async Task<Guid> ReadyPlanAsync(this Visitor ops)
    {
        var plan = Guid.Parse(ops.Address.Segments[2].TrimEnd('/'));
        for (var patience = 0; patience < 600; patience++, await Task.Delay(100))
        {
            await ops.OpenAsync($"/pengamanan/{plan}");
            if (ops.Page.QuerySelector("iframe") is not null) return plan;
        }

        throw new TimeoutException(ops.Text);
    }
}
