namespace TigaPilar.Server.Offices.Contract;

/// <summary>Why the holder of an office is away.</summary>
public enum LeaveKind : byte
{
    /// <summary>Cuti kampanye: a candidate in office leaves it while the campaign lasts.</summary>
    Campaign = 1,

    /// <summary>Cuti.</summary>
    Leave = 2,

    /// <summary>Sakit: said to the administrator alone, since it tells of a person's health.</summary>
    Illness = 3,

    /// <summary>Any other reason.</summary>
    Other = 4,
}
