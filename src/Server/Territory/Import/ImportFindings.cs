using System.Collections.Immutable;
using System.Resources;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>What can be wrong with lists of villages, outlines and stations.</summary>
public static class ImportFindings
{
    private static readonly ResourceManager Texts =
        new("TigaPilar.Server.Territory.Import.ImportText", typeof(ImportFindings).Assembly);

    public static readonly FindingKind NotVillageCode = Refused(nameof(NotVillageCode));
    public static readonly FindingKind NotStationCode = Refused(nameof(NotStationCode));
    public static readonly FindingKind CodeIsDate = Refused(nameof(CodeIsDate));
    public static readonly FindingKind Repeated = Refused(nameof(Repeated));
    public static readonly FindingKind ContradictsCode = Refused(nameof(ContradictsCode));
    public static readonly FindingKind KindContradictsCode = Refused(nameof(KindContradictsCode));
    public static readonly FindingKind TooLong = Refused(nameof(TooLong));
    public static readonly FindingKind ListsStations = new(nameof(ListsStations), Severity.Refused, Texts, OfFile: true);
    public static readonly FindingKind NotLatitude = Refused(nameof(NotLatitude));
    public static readonly FindingKind NotLongitude = Refused(nameof(NotLongitude));
    public static readonly FindingKind HalfPosition = Refused(nameof(HalfPosition));
    public static readonly FindingKind SwappedPosition = Refused(nameof(SwappedPosition));
    public static readonly FindingKind OutsideIndonesia = Refused(nameof(OutsideIndonesia));
    public static readonly FindingKind ZeroPosition = Flagged(nameof(ZeroPosition));
    public static readonly FindingKind NotStationNumber = Refused(nameof(NotStationNumber));
    public static readonly FindingKind UnknownStationKind = Refused(nameof(UnknownStationKind));
    public static readonly FindingKind UnknownState = Refused(nameof(UnknownState));
    public static readonly FindingKind RegularFrom901 = Flagged(nameof(RegularFrom901));
    public static readonly FindingKind SpecialByNumber = Flagged(nameof(SpecialByNumber));

    public static readonly FindingKind NotJson = new(nameof(NotJson), Severity.Refused, Texts, OfFile: true);
    public static readonly FindingKind NotFeatureCollection = new(nameof(NotFeatureCollection), Severity.Refused, Texts, OfFile: true);
    public static readonly FindingKind NoFeatures = new(nameof(NoFeatures), Severity.Refused, Texts, OfFile: true);
    public static readonly FindingKind NoAreaCode = Refused(nameof(NoAreaCode));
    public static readonly FindingKind NotAreaCode = Refused(nameof(NotAreaCode));
    public static readonly FindingKind RepeatedArea = Refused(nameof(RepeatedArea));
    public static readonly FindingKind NotAPolygon = Refused(nameof(NotAPolygon));
    public static readonly FindingKind ShapeOutsideIndonesia = Refused(nameof(ShapeOutsideIndonesia));
    public static readonly FindingKind RingClosed = Flagged(nameof(RingClosed));
    public static readonly FindingKind RingDropped = Flagged(nameof(RingDropped));
    public static readonly FindingKind LatLngFile = new(nameof(LatLngFile), Severity.Flagged, Texts, OfFile: true);
    public static readonly FindingKind OtherOrderThanFile = Flagged(nameof(OtherOrderThanFile));

    public static readonly FindingKind NotWholeNumber = Refused(nameof(NotWholeNumber));
    public static readonly FindingKind VotersBlank = Flagged(nameof(VotersBlank));
    public static readonly FindingKind VotersZero = Flagged(nameof(VotersZero));
    public static readonly FindingKind NumberNegative = Flagged(nameof(NumberNegative));
    public static readonly FindingKind VotersSum = Flagged(nameof(VotersSum));
    public static readonly FindingKind TurnoutSum = Flagged(nameof(TurnoutSum));
    public static readonly FindingKind TurnoutOverVoters = Flagged(nameof(TurnoutOverVoters));
    public static readonly FindingKind TurnoutOver110 = Flagged(nameof(TurnoutOver110));
    public static readonly FindingKind StationNotListed = Flagged(nameof(StationNotListed));
    public static readonly FindingKind VotesIgnored = new(nameof(VotesIgnored), Severity.Flagged, Texts, OfFile: true);
    public static readonly FindingKind IdentityIgnored = new(nameof(IdentityIgnored), Severity.Flagged, Texts, OfFile: true);
    public static readonly FindingKind ForbiddenChoice = new(nameof(ForbiddenChoice), Severity.Refused, Texts, OfFile: true);
    public static readonly FindingKind UnknownField = new(nameof(UnknownField), Severity.Refused, Texts, OfFile: true);

    public static readonly FindingKind EndsBeforeItBegins = Refused(nameof(EndsBeforeItBegins));
    public static readonly FindingKind UnknownPillar = Flagged(nameof(UnknownPillar));
    public static readonly FindingKind RepeatedOffice = Refused(nameof(RepeatedOffice));
    public static readonly FindingKind IdentityInCell = Flagged(nameof(IdentityInCell));
    public static readonly FindingKind TextNeeded = Refused(nameof(TextNeeded));
    public static readonly FindingKind NoAdministrator = Refused(nameof(NoAdministrator));
    public static readonly FindingKind UnknownRole = Refused(nameof(UnknownRole));
    public static readonly FindingKind UnknownHolding = Refused(nameof(UnknownHolding));
    public static readonly FindingKind NotADay = Refused(nameof(NotADay));
    public static readonly FindingKind UnknownAreaCode = Refused(nameof(UnknownAreaCode));
    public static readonly FindingKind AreaAndCommand = Refused(nameof(AreaAndCommand));
    public static readonly FindingKind UnknownCommand = Refused(nameof(UnknownCommand));
    public static readonly FindingKind AmbiguousCommand = Flagged(nameof(AmbiguousCommand));
    public static readonly FindingKind UnknownLevel = Refused(nameof(UnknownLevel));
    public static readonly FindingKind HeldLater = Flagged(nameof(HeldLater));
    public static readonly FindingKind AdministratorKept = Flagged(nameof(AdministratorKept));

    public static readonly FindingKind OutsideYourAreas = Refused(nameof(OutsideYourAreas));
    public static readonly FindingKind UnnamedArea = Flagged(nameof(UnnamedArea));
    public static readonly FindingKind NotOfficial = Flagged(nameof(NotOfficial));
    public static readonly FindingKind CentreOutside = Flagged(nameof(CentreOutside));

    public static ImmutableArray<FindingKind> All =>
    [
        NotVillageCode, NotStationCode, CodeIsDate, Repeated, ContradictsCode, KindContradictsCode, TooLong,
        ListsStations, NotLatitude, NotLongitude, HalfPosition, SwappedPosition, OutsideIndonesia, ZeroPosition,
        NotStationNumber, UnknownStationKind, UnknownState, RegularFrom901, SpecialByNumber,
        NotJson, NotFeatureCollection, NoFeatures, NoAreaCode, NotAreaCode, RepeatedArea, NotAPolygon,
        ShapeOutsideIndonesia, RingClosed, RingDropped, LatLngFile, OtherOrderThanFile,
        NotWholeNumber, VotersBlank, VotersZero, NumberNegative, VotersSum, TurnoutSum, TurnoutOverVoters, TurnoutOver110,
        StationNotListed, VotesIgnored, IdentityIgnored, ForbiddenChoice, UnknownField,
        EndsBeforeItBegins, UnknownPillar, RepeatedOffice, IdentityInCell, TextNeeded, NoAdministrator, UnknownRole, UnknownHolding,
        NotADay, UnknownAreaCode, AreaAndCommand, UnknownCommand, AmbiguousCommand, UnknownLevel, HeldLater, AdministratorKept,
        OutsideYourAreas, UnnamedArea, NotOfficial, CentreOutside,
    ];

    private static FindingKind Refused(string key) => new(key, Severity.Refused, Texts);

    private static FindingKind Flagged(string key) => new(key, Severity.Flagged, Texts);
}
