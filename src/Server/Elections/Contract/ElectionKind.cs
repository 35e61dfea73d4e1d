namespace TigaPilar.Server.Elections.Contract;

/// <summary>Kinds of elections.</summary>
public enum ElectionKind : byte
{
    /// <summary>Regional heads: governor, regent or mayor; several contests on one day.</summary>
    Pilkada = 1,

    /// <summary>President and legislatures.</summary>
    Pemilu = 2,

    /// <summary>Village heads: held by a committee of each village, without KPU.</summary>
    Pilkades = 3,
}

/// <summary>Who holds an election.</summary>
public enum Organiser : byte
{
    Kpu = 1,
    VillageCommittee = 2,
}
