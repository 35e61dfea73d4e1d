using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary>The points that each kind of agency answers: these to begin with, the Desk's own where it has written them.</summary>
internal sealed class Points
{
    private static readonly FrozenDictionary<AgencyKind, ImmutableArray<string>> Defaults = new Dictionary<AgencyKind, ImmutableArray<string>>
    {
        [AgencyKind.Government] = ["Personel", "Kendaraan", "Alat komunikasi", "Logistik", "Posko", "Rencana"],
        [AgencyKind.Police] = ["Personel", "Kendaraan", "Alat komunikasi", "Perlengkapan", "Posko", "Rencana pengamanan"],
        [AgencyKind.Army] = ["Personel BKO", "Kendaraan", "Alat komunikasi", "Perlengkapan", "Posko", "Rencana"],
        [AgencyKind.Kpu] = ["Petugas KPPS", "Kendaraan pengangkut", "Alat komunikasi", "Logistik pemungutan", "Gudang", "Rencana pergeseran"],
        [AgencyKind.Bawaslu] = ["Pengawas TPS", "Kendaraan", "Alat komunikasi", "Perlengkapan", "Posko aduan", "Rencana pengawasan"],
        [AgencyKind.Camat] = ["Linmas", "Kendaraan", "Alat komunikasi", "Logistik", "Posko kecamatan", "Rencana"],
    }.ToFrozenDictionary();

    private readonly Dictionary<(string Area, AgencyKind Kind), ImmutableArray<string>> _own;

    private Points(Dictionary<(string, AgencyKind), ImmutableArray<string>> own) => _own = own;

    public static async Task<Points> ReadAsync(Database database, CancellationToken cancel) =>
        new((await database.Set<ReadinessList>().AsNoTracking().ToListAsync(cancel)).ToDictionary(l => (l.AreaCode, l.Kind), l => Split(l.Points)));

    /// <summary>Of a kind of agency in a kabupaten; null for an agency without territory.</summary>
    public ImmutableArray<string> Of(string? kabupaten, AgencyKind kind) => kabupaten is { } area && _own.TryGetValue((area, kind), out var own) ? own : Defaults[kind];

    /// <summary>What was typed, one a line, blanks and doubles left out.</summary>
    public static ImmutableArray<string> Split(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
