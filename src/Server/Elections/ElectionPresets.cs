using System.Collections.Immutable;
using TigaPilar.Server.Elections.Contract;

namespace TigaPilar.Server.Elections;

/// <summary>
/// What an election of each kind usually has: a start to be changed, never a rule. Days are counted from H, by the
/// calendars of PKPU 2/2024 (Pilkada 2024) and PKPU 3/2022 (Pemilu 2024); a Pilkades follows its kabupaten's own decree.
/// </summary>
internal static class ElectionPresets
{
    public static ImmutableArray<string> Contests(ElectionKind kind) => kind switch
    {
        ElectionKind.Pilkada => ["Gubernur dan Wakil Gubernur", "Bupati dan Wakil Bupati"],
        ElectionKind.Pemilu => ["Presiden dan Wakil Presiden", "DPR", "DPD", "DPRD Provinsi", "DPRD Kabupaten/Kota"],
        _ => ["Kepala Desa"],
    };

    public static ImmutableArray<PlannedStage> Stages(ElectionKind kind) => kind switch
    {
        ElectionKind.Pilkada =>
        [
            new("Pendaftaran pasangan calon", -92, -90), new("Penetapan pasangan calon", -66, -66), new("Kampanye", -63, -4),
            new("Masa tenang", -3, -1), new("Pemungutan suara", 0, 0), new("Penghitungan dan rekapitulasi", 0, 19),
        ],
        ElectionKind.Pemilu =>
        [
            new("Kampanye", -78, -4), new("Masa tenang", -3, -1), new("Pemungutan suara", 0, 0),
            new("Penghitungan dan rekapitulasi", 0, 35),
        ],
        _ => [new("Kampanye", -6, -4), new("Masa tenang", -3, -1), new("Pemungutan suara", 0, 0)],
    };

    public static Organiser Organiser(ElectionKind kind) =>
        kind == ElectionKind.Pilkades ? Contract.Organiser.VillageCommittee : Contract.Organiser.Kpu;
}
