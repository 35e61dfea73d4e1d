namespace TigaPilar.Server.Territory.Contract;

/// <summary>How far a polling station is known.</summary>
public enum StationState : byte
{
    Planned = 1,
    Surveyed = 2,

    /// <summary>Stands elsewhere than first planned.</summary>
    Moved = 3,

    /// <summary>Its voters go to another station; it is guarded no more.</summary>
    Merged = 4,
}
