using System.Text.Json;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>What a plan was asked of beside the database and the files that came with it; kept with it, so that it can be asked again.</summary>
/// <param name="Preset">Name of a published set of patterns, or <see cref="EnteredPatterns"/>; blank is this program's default.</param>
/// <param name="AcrossVillages">Groups may cross villages of one kecamatan.</param>
/// <param name="FillRawan">Stations of a lower class may fill a <i>rawan</i> group.</param>
/// <param name="FillSangatRawan">They may fill a <i>sangat rawan</i> one.</param>
/// <param name="NeighbourKilometres">Villages this near lend each other Linmas; 0 is none.</param>
/// <param name="Strength">Where the forces come from; null, as plans were made before, is their file if there is one.</param>
internal sealed record PlanAnswers(
    string? Preset, bool AcrossVillages, bool FillRawan, bool FillSangatRawan, double NeighbourKilometres, string? Strength = null)
{
    /// <summary>In place of a preset: the patterns that were entered for the kabupaten (<see cref="Rules.PatternEntry"/>).</summary>
    public const string EnteredPatterns = "data";

    /// <summary>Kecamatan whose groups may cross villages where the others' may not.</summary>
    public IReadOnlyList<string> AcrossIn { get; init; } = [];
    /// <summary>What the agencies have said.</summary>
    public const string StrengthOfData = "data";

    public const string StrengthOfFile = "berkas";

    public const string NoStrength = "tanpa";

    /// <summary>Day of a re-vote; null is the voting day.</summary>
    public DateOnly? RevoteOn { get; init; }

    /// <summary>Codes of the stations that vote again; empty is all.</summary>
    public IReadOnlyList<string> Stations { get; init; } = [];

    public static PlanAnswers Of(GuardPlanRecord plan) => JsonSerializer.Deserialize<PlanAnswers>(plan.Request)!;
}
