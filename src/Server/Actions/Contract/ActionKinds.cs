namespace TigaPilar.Server.Actions.Contract;

/// <summary>What sort of work it is: the seven kinds of Permendagri 26/2020, article 3 a to g, and what a kabupaten does beside them.</summary>
public enum ActionKind : byte
{
    /// <summary>a. Deteksi dan cegah dini.</summary>
    EarlyDetection = 1,

    /// <summary>b. Pembinaan dan penyuluhan.</summary>
    Guidance = 2,

    /// <summary>c. Patroli.</summary>
    Patrol = 3,

    /// <summary>d. Pengamanan.</summary>
    Guarding = 4,

    /// <summary>e. Pengawalan.</summary>
    Escort = 5,

    /// <summary>f. Penertiban.</summary>
    Enforcement = 6,

    /// <summary>g. Penanganan unjuk rasa dan kerusuhan massa.</summary>
    CrowdHandling = 7,
    SupportKpu = 8,
    SupportBawaslu = 9,
    Outreach = 10,
    Training = 11,
    Declaration = 12,
    Other = 13,
}

/// <summary>The tracks of the time after the result: hukum, ketertiban, keamanan.</summary>
public enum ActionTrack : byte
{
    None = 0,
    Legal = 1,
    Order = 2,
    Security = 3,
}

/// <summary>How far an item is (domain rules, 9.2).</summary>
public enum ActionState : byte
{
    /// <summary>Dibuat: the owner has not answered yet.</summary>
    Created = 1,

    /// <summary>Diterima.</summary>
    Accepted = 2,

    /// <summary>Dikerjakan.</summary>
    InProgress = 3,

    /// <summary>Dilaporkan: the owner says that it is done, and somebody else has to look.</summary>
    Reported = 4,

    /// <summary>Diverifikasi (tuntas): the end, said by somebody who did not do it.</summary>
    Verified = 5,

    /// <summary>Dikembalikan, with a reason: it is worked on again.</summary>
    Returned = 6,

    /// <summary>Gugur, with a reason: the end without having been done.</summary>
    Dropped = 7,
}

/// <summary>Whether an item has a part for each kecamatan or village of its area.</summary>
public enum PartLevel : byte
{
    None = 0,
    Kecamatan = 1,
    Village = 2,

    /// <summary>Each desa, without the kelurahan: the village security task force (SKD) is of desa alone.</summary>
    Desa = 3,
}

/// <summary>Whether an item comes again after it was verified.</summary>
public enum ActionRepeat : byte
{
    None = 0,

    /// <summary>Each week on a day, 1 Monday to 7 Sunday.</summary>
    Weekly = 1,

    /// <summary>Each month on a date, 1 to 31; in a shorter month on its last day.</summary>
    Monthly = 2,
}
