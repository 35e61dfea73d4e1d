using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Sums of voters, as they are published: what is below zero counts nothing.</summary>
/// <param name="Stations">Stations whose voters are known.</param>
/// <param name="Total">Their voters.</param>
internal readonly record struct VoterFigures(int Stations, long Total)
{
    public static async Task<VoterFigures> OfAsync(IQueryable<StationRow> rows, CancellationToken cancel)
    {
        var known = rows.Where(r => r.Voters >= 0);
        return new VoterFigures(await known.CountAsync(cancel), await known.SumAsync(r => (long)r.Voters!, cancel));
    }

    public static async Task<VoterFigures> OfAsync(IQueryable<Station> stations, CancellationToken cancel)
    {
        var known = stations.Where(s => s.Voters >= 0);
        return new VoterFigures(await known.CountAsync(cancel), await known.SumAsync(s => (long)s.Voters!, cancel));
    }

    /// <summary>The figure as published, or a dash.</summary>
    public static string Whole(long? figure) => figure is not { } number ? "–" : number < 0 ? $"−{Format.Whole(-number)}" : Format.Whole(number);

    /// <summary>241 (129/112); the brackets only where a part is known.</summary>
    public static string BySex(int? all, int? men, int? women) =>
        men is null && women is null ? Whole(all) : $"{Whole(all)} ({Whole(men)}/{Whole(women)})";
}
