using System.Collections.Concurrent;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>Whether an area is on the list: asked for each report, and the list changes once in years. Only those that are there are remembered.</summary>
internal sealed class KnownAreas(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);

    public async Task<bool> IsKnownAsync(string code, CancellationToken cancel)
    {
        if (_seen.TryGetValue(code, out var at) && clock.GetElapsedTime(at) < Kept) return true;
        await using var scope = scopes.CreateAsyncScope();
        if (!(await AreaQueries.NamesAsync(scope.ServiceProvider.GetRequiredService<Database>(), [code], cancel)).ContainsKey(code)) return false;
        _seen[code] = clock.GetTimestamp();
        return true;
    }
}
