using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding;

/// <summary>A pattern as an authority set it.</summary>
/// <param name="Pattern">Its numbers.</param>
/// <param name="EffectiveFrom">First day in force; null is always.</param>
/// <param name="LegalBasis">Text of the order or announcement; may be "".</param>
internal sealed record PatternRow(GuardPattern Pattern, DateOnly? EffectiveFrom, string LegalBasis);
