using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>The pillars of the installation.</summary>
public static class PillarNames
{
    /// <summary>Code and name, in their order.</summary>
    public static async Task<IReadOnlyList<(string Code, string Name)>> AllAsync(Database database, CancellationToken cancel) =>
        [.. (await database.Set<Pillar>().AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancel)).Select(p => (p.Code, p.Name))];
}
