namespace TigaPilar.Server.Territory.Contract;

/// <summary>How far a polling station has come.</summary>
public enum StationState : byte
{
    /// <summary>On the list.</summary>
    Planned = 0,

    /// <summary>Seen on the ground.</summary>
    Surveyed = 1,

    /// <summary>Set up elsewhere than first planned.</summary>
    Moved = 2,

    /// <summary>Joined with another station.</summary>
    Merged = 3,
}
