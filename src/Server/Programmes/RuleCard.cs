using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Programmes;

/// <summary>Whom a card is for.</summary>
public enum RuleAudience : byte
{
    /// <summary>ASN: PNS and PPPK.</summary>
    CivilServant = 1,

    /// <summary>Kepala desa and perangkat desa: a rule and a body of their own, not those of civil servants.</summary>
    VillageHead = 2,
    Tni = 3,
    Polri = 4,

    /// <summary>Linmas and SKD, through those who lead them.</summary>
    Linmas = 5,

    /// <summary>KPPS, through KPU.</summary>
    Kpps = 6,
    Everyone = 7,
}

/// <summary>A place in a law.</summary>
public sealed record RuleArticle(string Law, string Article);

/// <summary>One page: what one may do and what not, by which law, and who acts where it is broken.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Version">Of its words: whoever has read another reads this one anew.</param>
/// <param name="Effective">Since when these words stand.</param>
/// <param name="Check">An article of it was not seen in its original: the card says so.</param>
/// <param name="Title">Indonesian, as all that is on it.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="SummaryEn">One line in English.</param>
/// <param name="For">Whom it is for.</param>
/// <param name="Do">Boleh.</param>
/// <param name="Dont">Jangan.</param>
/// <param name="Articles">The laws.</param>
/// <param name="Route">Who receives and who handles it.</param>
/// <param name="Source">Where the words come from.</param>
public sealed record RuleCard(
    string Key, int Version, DateOnly Effective, bool Check, string Title, string TitleEn, string SummaryEn, ImmutableArray<RuleAudience> For,
    ImmutableArray<string> Do, ImmutableArray<string> Dont, ImmutableArray<RuleArticle> Articles, string Route, string Source)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>All cards, in their order.</summary>
    public static ImmutableArray<RuleCard> All { get; } = Load();

    public static RuleCard? Find(string? key) => All.FirstOrDefault(c => c.Key == key);

    /// <summary>Whether it is for who holds such an office; who it is for may read any other too.</summary>
    /// <param name="role">Column of the matrix.</param>
    /// <param name="title">Of the office, with or without its agency.</param>
    public bool IsFor(OfficeRole role, string title) => For.Any(a => a switch
    {
        // A bupati is elected and a state official; a kepala desa has a card of his own.
        RuleAudience.CivilServant => (role is OfficeRole.Desk or OfficeRole.Camat || (role == OfficeRole.VillageHead && IsWard(title))) && !title.StartsWith("Bupati", StringComparison.OrdinalIgnoreCase) && !title.StartsWith("Wali Kota", StringComparison.OrdinalIgnoreCase),
        RuleAudience.VillageHead => role == OfficeRole.VillageHead && !IsWard(title),
        RuleAudience.Tni => role == OfficeRole.Tni,
        RuleAudience.Polri => role == OfficeRole.Polri,
        RuleAudience.Linmas => role is OfficeRole.VillageHead or OfficeRole.Camat || title.Contains("Satpol PP", StringComparison.OrdinalIgnoreCase),
        RuleAudience.Kpps => role == OfficeRole.Kpu,
        _ => true,
    });

    // As a word: every kelurahan has it within its name.
    private static bool IsWard(string title) => title.Split(' ', ',').Contains("Lurah", StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<RuleCard> Load()
    {
        using var stream = typeof(RuleCard).Assembly.GetManifestResourceStream("Programmes.rules.json") ?? throw new InvalidOperationException("rules.json is not embedded.");
        return [.. JsonSerializer.Deserialize<List<RuleCard>>(stream, Options)!];
    }
}
