using TigaPilar.Server.VotingDay;
using TigaPilar.Server.VotingDay.Board;
using TigaPilar.Server.VotingDay.Boxes;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.Tests.VotingDay;

/// <summary>What is known of a station, what it asks for by the clock, and what does not fit in the boxes' way.</summary>
public sealed class StationDayTests
{
    private const string Station = "35.08.04.2001.001";
    private static readonly DateTimeOffset Seven = new(2031, 11, 26, 7, 0, 0, TimeSpan.FromHours(7));
    private static readonly DaySettings Hours = new() { ElectionId = 1, KabupatenCode = "35.08" };

    [Fact]
    public void AWordThatComesLaterButWasSaidEarlierDoesNotUndoWhatIsKnown()
    {
        var day = Known(Word(DayState.Opened, said: 12, received: 13), Word(DayState.NotOpened, said: 4, received: 55, NotOpenedCause.Weather));
        Assert.Equal((DayState.Opened, (NotOpenedCause?)null, Seven.AddMinutes(12), Seven.AddMinutes(55)), (day.State, day.Cause, day.SaidAt, day.ReceivedAt));
    }

    [Fact]
    public void WhoSaidTooMuchPutsItRightByALaterWord()
    {
        var day = Known(Word(DayState.Finished, said: 10, received: 10), Word(DayState.NotOpened, said: 15, received: 15, NotOpenedCause.Other, "salah ketuk"));
        Assert.Equal((DayState.NotOpened, NotOpenedCause.Other, "salah ketuk"), (day.State, day.Cause, day.Note));
        // And what is put right leaves no cause behind.
        day.Take(Word(DayState.Opened, said: 20, received: 20));
        Assert.Equal((DayState.Opened, (NotOpenedCause?)null, (string?)null), (day.State, day.Cause, day.Note));
    }

    [Fact]
    public void SuppliesAreKnownBesideTheState()
    {
        var day = Known(Word(null, said: -60, received: -60, supplies: true), Word(DayState.NotOpened, said: 5, received: 5, NotOpenedCause.CommitteeIncomplete));
        Assert.Equal((DayState.NotOpened, true), (day.State, day.Supplies));
        day.Take(Word(null, said: -30, received: 40, supplies: false));
        Assert.Equal((DayState.NotOpened, false), (day.State, day.Supplies));
    }

    [Fact]
    public void NoWordRaisesItselfByTheClockAndAVillageWithoutSignalNotBeforeItsHour()
    {
        var quiet = new QuietVillage { ElectionId = 1, VillageCode = "35.08.04.2001", Way = "HT", Minute = 9 * 60, CountMinute = 18 * 60 };
        Assert.Equal(
            [StationNeed.NotDue, StationNeed.NotDue, StationNeed.NoWord],
            ((int[])[6 * 60, (7 * 60) + 29, (7 * 60) + 30]).Select(m => DayBoard.NeedOf(null, null, Hours, m)));
        Assert.Equal(
            [StationNeed.NotDue, StationNeed.Quiet, StationNeed.Quiet, StationNeed.NoWord],
            ((int[])[6 * 60, 7 * 60, (9 * 60) - 1, 9 * 60]).Select(m => DayBoard.NeedOf(null, quiet, Hours, m)));
        // Nobody told of the counting either.
        Assert.Equal((StationNeed.None, StationNeed.NoCountWord), (DayBoard.NeedOf(DayState.Opened, null, Hours, (13 * 60) + 29), DayBoard.NeedOf(DayState.Opened, null, Hours, (13 * 60) + 30)));
        Assert.Equal((StationNeed.None, StationNeed.NoCountWord), (DayBoard.NeedOf(DayState.Opened, quiet, Hours, 17 * 60), DayBoard.NeedOf(DayState.Opened, quiet, Hours, 18 * 60)));
        // What is known to be shut stands on the board at any hour.
        Assert.Equal(StationNeed.NotOpened, DayBoard.NeedOf(DayState.NotOpened, quiet, Hours, 6 * 60));
    }

    [Theory]
    [InlineData(6, null, WordStep.Supplies)]
    [InlineData(7, null, WordStep.Opened)]
    [InlineData(10, DayState.Opened, WordStep.Opened)]
    [InlineData(14, DayState.Opened, WordStep.Finished)]
    [InlineData(17, DayState.Finished, WordStep.BoxOnTheWay)]
    [InlineData(20, DayState.BoxOnTheWay, WordStep.BoxAtPpk)]
    public void OnePressSendsWhatIsDueAtThatHour(int hour, DayState? known, object expected) =>
        Assert.Equal((WordStep)expected, SendWord.Expected(Hours, hour * 60, [known is null ? null : Known(Word(known, 0, 0)), Known(Word(DayState.BoxAtPpk, 0, 0))]));

    [Fact]
    public void ALegThatIsSkippedShowsItself()
    {
        var line = Line(60 * 8, Box(BoxLeg.PpsToTps, "35.08.04.2001", 4));
        Assert.Equal([(BoxGapKind.LegSkipped, "35.08.04", BoxLeg.StoreToPpk), (BoxGapKind.LegSkipped, "35.08.04.2001", BoxLeg.PpkToPps)], line.Gaps.Select(g => (g.Kind, g.AreaCode, g.Leg)));
        Assert.Empty(Line(60 * 8, Box(BoxLeg.StoreToPpk, "35.08.04", 4), Box(BoxLeg.PpkToPps, "35.08.04.2001", 4), Box(BoxLeg.PpsToTps, "35.08.04.2001", 4)).Gaps);
    }

    [Fact]
    public void FewerBoxesABrokenSealAndBoxesThatDidNotComeBackShowThemselves()
    {
        BoxHandover[] all =
        [
            Box(BoxLeg.StoreToPpk, "35.08.04", 10, taken: 9, seals: 8), Box(BoxLeg.PpkToPps, "35.08.04.2001", 9), Box(BoxLeg.PpsToTps, "35.08.04.2001", 9), Box(BoxLeg.TpsToPpk, "35.08.04.2001", 7),
        ];
        (BoxGapKind, int)[] atOnce = [(BoxGapKind.FewerTaken, 1), (BoxGapKind.SealBroken, 1)];
        // In the night they are on their way; in the morning they are looked for.
        Assert.Equal(atOnce, Line(23 * 60, all).Gaps.Select(g => (g.Kind, g.Boxes)));
        Assert.Equal([(BoxGapKind.NotBack, 2), .. atOnce], Line(BoxChain.BackByMinute, all).Gaps.Select(g => (g.Kind, g.Boxes)));
        // A wrong note is put right by another, and both stay.
        Assert.Equal((9, 9), (Line(23 * 60, [.. all, Box(BoxLeg.TpsToPpk, "35.08.04.2001", 9, replaces: all[3].Id)]).Back, Line(23 * 60, all).Out));
    }

    private static BoxLine Line(int minute, params BoxHandover[] all) => BoxChain.Of(all, ["35.08.04"], minute).Single();

    private static BoxHandover Box(BoxLeg leg, string area, int given, int? taken = null, int? seals = null, Guid? replaces = null) => new()
    {
        Id = Guid.CreateVersion7(), ElectionId = 1, Leg = leg, FromCode = area, ToCode = area, AreaCode = area, At = Seven, BoxesGiven = given, BoxesTaken = taken ?? given, SealsIntact = seals ?? taken ?? given, ReplacesId = replaces, By = "", AccountId = Guid.Empty, RecordedAt = Seven,
    };

    private static StationDay Known(params StationWord[] words) => StationDay.Of(words)[Station];

    private static StationWord Word(DayState? state, int said, int received, NotOpenedCause? cause = null, string? note = null, bool? supplies = null) => new()
    {
        SentId = Guid.CreateVersion7(), StationCode = Station, ElectionId = 1, VillageCode = Station[..13], State = state, Cause = cause, Note = note, Supplies = supplies, SaidAt = Seven.AddMinutes(said), ReceivedAt = Seven.AddMinutes(received), Via = WordVia.Application, By = "", AccountId = Guid.Empty,
    };
}
