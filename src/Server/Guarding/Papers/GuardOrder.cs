using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Guarding.Papers;

/// <summary>
/// What the papers of a guard plan are made from, filled by the caller: papers ask no database. The number is the
/// registry's (TU), null while it gave none; while no signed paper is there, every page is stamped KONSEP.
/// </summary>
public sealed record GuardOrder(
    string ElectionName,
    DateOnly VotingDay,
    string KabupatenName,
    string PolresName,
    int Version,
    string? Number,
    SignedMark? SignedBy,
    OrderSigner Signer,
    ImmutableArray<OrderGroup> Groups,
    DateTimeOffset MadeAt)
{
    /// <summary>Lines of the letterhead, from the highest office down.</summary>
    public ImmutableArray<string> Letterhead { get; init; } = [];

    /// <summary>The signed paper is there, or this is the print that is to be signed: no page bears KONSEP.</summary>
    public bool IsIssued { get; init; }
}

/// <summary>Who signed the paper, for which office, and on which day.</summary>
public sealed record SignedMark(string By, string Office, DateOnly On);

/// <summary>Who is to sign; blanks become dotted lines.</summary>
public sealed record OrderSigner(string Office, string Name = "", string Rank = "", string Nrp = "");

/// <summary>One Kelompok Pam TPS with its people and stations.</summary>
public sealed record OrderGroup(
    string Number,
    string Polsek,
    string Kecamatan,
    ImmutableArray<string> Villages,
    string Class,
    string Pattern,
    OrderPadal Padal,
    ImmutableArray<OrderOfficer> Officers,
    ImmutableArray<OrderOfficer> Substitutes,
    ImmutableArray<OrderStation> Stations)
{
    /// <summary>Code of its kecamatan, for papers of one.</summary>
    public string KecamatanCode { get; init; } = "";

    /// <summary>It guards an object, named as its only village, and no stations.</summary>
    public bool IsObject { get; init; }
}

/// <summary>Perwira pengendali: leads groups and answers their calls.</summary>
public sealed record OrderPadal(string Name, string Rank, string Phone);

public sealed record OrderOfficer(string Name, string Rank, string Nrp, string Unit, string Phone);

public sealed record OrderStation(
    string Code,
    string Number,
    string Village,
    string Place,
    GeoPoint? At,
    string Chair,
    string ChairPhone,
    ImmutableArray<OrderLinmas> Linmas);

public sealed record OrderLinmas(string Name, string Phone);

/// <summary>One named in the order of another agency: TNI support (BKO) or Satpol PP, by NRP or NIP, never NIK.</summary>
public sealed record DutyPerson(string Name, string Rank, string Id, string Unit, string Place, string Time);

/// <summary>The list behind an order of the Dandim or the Satpol PP.</summary>
public sealed record DutyOrder(
    string ElectionName,
    DateOnly VotingDay,
    string KabupatenName,
    string? Number,
    SignedMark? SignedBy,
    OrderSigner Signer,
    ImmutableArray<string> Letterhead,
    ImmutableArray<DutyPerson> People,
    DateTimeOffset MadeAt);
