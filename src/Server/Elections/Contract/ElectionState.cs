namespace TigaPilar.Server.Elections.Contract;

/// <summary>Where an election stands in its life.</summary>
public enum ElectionState : byte
{
    /// <summary>Being prepared, and bound to no area yet.</summary>
    Draft = 1,
    Running = 2,
    Closed = 3,
}
