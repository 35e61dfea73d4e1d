namespace TigaPilar.Server.Offices.Contract;

/// <summary>What sort of forum it is: PP 12/2022 for the first and the third, Permendagri for the Desk.</summary>
public enum ForumKind : byte
{
    /// <summary>Forum of the leaders of a kabupaten: the bupati in the chair.</summary>
    Forkopimda = 1,

    /// <summary>The same with those who are asked to join: KPU, Bawaslu, the court.</summary>
    ForkopimdaPlus = 2,

    /// <summary>Camat, Kapolsek and Danramil.</summary>
    Forkopimcam = 3,

    /// <summary>Village head, Bhabinkamtibmas and Babinsa.</summary>
    TigaPilarDesa = 4,

    /// <summary>Desk Pilkada, or by whatever name the kabupaten has set it up.</summary>
    Desk = 5,
}

/// <summary>As what an office sits in a forum.</summary>
public enum ForumPart : byte
{
    Chair = 1,
    Secretary = 2,
    Member = 3,
    Invited = 4,
}
