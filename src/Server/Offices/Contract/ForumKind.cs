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

/// <summary>As what an office sits in a forum, in the order in which a decree lists them.</summary>
public enum ForumPart : byte
{
    Chair = 1,
    ViceChair = 2,
    Secretary = 3,

    /// <summary>Heads a field (bidang) of a Desk.</summary>
    Coordinator = 4,
    Member = 5,

    /// <summary>A partner who keeps its independence, such as KPU: counted neither as member nor for its pillar.</summary>
    Invited = 6,
}

/// <summary>The four duties of a Desk (Surat Mendagri 100.2.7/2944/SJ of 5 June 2023, point 2 g).</summary>
public enum DeskDuty : byte
{
    /// <summary>Memantau tahapan.</summary>
    Monitor = 1,

    /// <summary>Menginventarisasi dan mengantisipasi permasalahan.</summary>
    Anticipate = 2,

    /// <summary>Memberi saran dan membantu penyelenggara menyelesaikannya.</summary>
    Assist = 3,

    /// <summary>Melaporkan berjenjang.</summary>
    Report = 4,
}
