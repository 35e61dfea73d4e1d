using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>What the plan in use asks for and has named; null where there is no plan, or the reader may not know.</summary>
/// <param name="Officers">Officers that its groups need.</param>
/// <param name="OfficersNamed">Officers named in it.</param>
/// <param name="TniNamed">People on the list of TNI.</param>
/// <param name="SatpolPpNamed">People on the list of Satpol PP.</param>
public sealed record PlanDemand(int? Officers, int? OfficersNamed, int? TniNamed, int? SatpolPpNamed);

/// <summary>Asks for it, as far as the reader may know: whoever plans answers, and this room knows no plans.</summary>
public delegate Task<PlanDemand> PlanDemandOf(int election, Reader reader, CancellationToken cancel);
