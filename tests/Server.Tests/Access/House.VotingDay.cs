using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Storage;
using TigaPilar.Server.VotingDay;
using TigaPilar.Server.VotingDay.Boxes;
using TigaPilar.Server.VotingDay.Contract;
using TigaPilar.Server.VotingDay.Review;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.Tests.Access;

/// <summary>The days of the vote of either kabupaten, and a signed plan for each.</summary>
public partial class House
{
    /// <summary>In force for the sample's day that is over.</summary>
    public Guid OwnDayPlan { get; } = Guid.CreateVersion7();

    public Guid OtherDayPlan { get; } = Guid.CreateVersion7();

    public Guid OtherHandover { get; } = Guid.CreateVersion7();

    private async Task AddVotingDayAsync(Database database, int own, int other)
    {
        var now = TimeProvider.System.GetUtcNow();
        var past = await ElectionQueries.IdOfAsync(database, VotingDaySample.Election, CancellationToken.None) ?? throw new InvalidOperationException("The sample has no day that is over.");
        AddDayPlan(database, OwnDayPlan, past, OwnKabupaten, "Polsek Pasirian", "35.08.04", "35.08.04.2001", "Padal Rekaan");
        AddDayPlan(database, OtherDayPlan, other, OtherKabupaten, $"Polsek {Marker}", "35.07.01", OtherVillage, $"Padal {Marker}");
        // In an election of its own, and in the one that both share.
        foreach (var election in (int[])[own, other])
        {
            var word = new StationWord
            {
                SentId = Guid.CreateVersion7(), StationCode = $"{OtherVillage}.001", ElectionId = election, VillageCode = OtherVillage, State = DayState.NotOpened, Cause = NotOpenedCause.Other, Note = Marker, SaidAt = now, ReceivedAt = now, Via = WordVia.Application, By = Marker, AccountId = Guid.Empty,
            };
            database.Add(word);
            database.AddRange(StationDay.Of([word]).Values);
            database.Add(new QuietVillage { ElectionId = election, VillageCode = OtherVillage, Way = $"HT {Marker}", Minute = 540 });
            database.Add(new MenAfter { ElectionId = election, KecamatanCode = "35.07.01", Present = 7, Ill = 1, Dead = 0, NotBack = 0, By = Marker, At = now });
            database.Add(new RevoteAdvice { ElectionId = election, StationCode = $"{OtherVillage}.001", Kind = RevoteKind.Again, Letter = Marker, By = Marker, At = now });
            database.Add(new ReviewNote { ElectionId = election, KabupatenCode = OtherKabupaten, Part = ReviewPart.Guards, Text = Marker, By = Marker, At = now });
            database.Add(new ReviewMatter { Id = Guid.CreateVersion7(), ElectionId = election, KabupatenCode = OtherKabupaten, Track = ReviewTrack.Law, Matter = $"Perkara {Marker}", Owner = Marker, Due = new DateOnly(2031, 12, 1), By = Marker, At = now });
            var handover = election == other ? OtherHandover : Guid.CreateVersion7();
            database.Add(new BoxHandover { Id = handover, ElectionId = election, Leg = BoxLeg.PpkToPps, FromCode = "35.07.01", ToCode = OtherVillage, AreaCode = OtherVillage, At = now, BoxesGiven = 5, BoxesTaken = 5, SealsIntact = 5, Note = $"BAST {Marker}", By = Marker, AccountId = Guid.Empty, RecordedAt = now });
            database.Add(new BoxHandoverNames { HandoverId = handover, GivenBy = Marker, TakenBy = Marker, At = now });
        }
    }

    private static void AddDayPlan(Database database, Guid plan, int election, string kabupaten, string polsek, string kecamatan, string village, string padal)
    {
        var (sheet, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        database.Add(new GuardPlanRecord { Id = plan, ElectionId = election, AreaCode = kabupaten, Version = 9, CreatedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), Request = "{}", State = GuardPlanState.Ready, Stage = GuardPlanStage.InForce, Answer = polsek, Files = Zip(polsek) });
        database.Add(new PolsekSheet { Id = sheet, PlanId = plan, Name = polsek, Areas = kecamatan, Quota = 2 });
        database.Add(new GuardOfficer { Id = officer, PlanId = plan, SheetId = sheet, Part = OfficerPart.Padal, Name = padal, Rank = "Iptu", Phone = "081200000777" });
        database.Add(new PlanGroup { PlanId = plan, Number = 1, SheetId = sheet, Pattern = default, Officers = 2, Stations = 2, VillageCode = village, PadalId = officer });
        foreach (var number in (int[])[1, 2]) database.Add(new PlanStation { PlanId = plan, StationCode = $"{village}.{number:D3}", Group = 1, Linmas = 2 });
    }
}
