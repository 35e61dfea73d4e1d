using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>Begins a guard plan on the stations of an election; the work itself goes on in the background.</summary>
internal sealed class StartGuardPlan(
    Database database, CurrentReader current, AuditLog audit, PlanQueue queue, OfficeClock clock, NameAreas names)
{
    /// <summary>The new plan's id, or what hinders it.</summary>
    public async Task<(Guid? Id, string? Problem, InputReport Report)> RunAsync(Form form, CancellationToken cancel)
    {
        var report = new InputReport();
        var reader = await current.GetSignedInAsync();
        if (string.IsNullOrEmpty(form.Area) || !reader.AreasOf(GuardingPermissions.Write).Contains(form.Area)) return (null, "NotYourArea", report);
        var election = (await ElectionQueries.AllAsync(database, cancel)).FirstOrDefault(e => e.Code == form.Election);
        if (election is null) return (null, "NoElection", report);
        var map = await TerritoryQueries.MapAsync(database, election.Id, form.Area, cancel);
        if (map is null) return (null, "NoStations", report);

        using var uploads = await Uploads.SaveAsync(form, cancel);
        var name = (await names([form.Area], cancel)).GetValueOrDefault(form.Area) ?? form.Area;
        var request = new PlanGuardRequest
        {
            Classes = uploads.Classes,
            Forces = uploads.Forces,
            Links = uploads.Links,
            Patterns = uploads.Patterns,
            Unit = form.AcrossVillages ? GroupingUnit.Kecamatan : GroupingUnit.Village,
            FillRawan = form.FillRawan,
            FillSangatRawan = form.FillSangatRawan,
            NeighbourKilometres = Math.Clamp(form.NeighbourKilometres, 0, 50),
            Date = election.VotingDay,
            // Which election it is for stands on every sheet: of the sample one reads there that it is one.
            Name = $"{name}, {election.Name}",
            Threads = Environment.ProcessorCount,
        };
        var preset = PatternPresets.All.FirstOrDefault(p => p.Name == form.Preset);
        var patterns = uploads.Patterns is null && preset is not null ? preset.Rows : GuardPlanInput.ReadPatterns(request, report);
        if (patterns is not { } rows) return (null, null, report);
        var shapes = await TerritoryQueries.ShapesAsync(database, map, cancel);
        // As named officers say today, unless a file says otherwise for this plan.
        var known = uploads.Classes is null ? await ClassesInForce.OfAsync(database, election.Id, AreaSet.Of(form.Area), clock.Today, cancel) : null;
        if (GuardPlanInput.Assemble(request, map, rows, shapes, report, known) is not { } input || !report.IsClean) return (null, null, report);

        var record = await AddAsync(election.Id, form, map.Stations.Length, reader.AccountId, cancel);
        queue.Add(new PlanWork(record.Id, input, request));
        return (record.Id, null, report);
    }

    private async Task<GuardPlanRecord> AddAsync(int election, Form form, int stations, Guid? account, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var latest = await database.Set<GuardPlanRecord>().Where(p => p.ElectionId == election && p.AreaCode == form.Area)
            .MaxAsync(p => (int?)p.Version, cancel) ?? 0;
        var now = clock.Now.ToUniversalTime();
        var record = new GuardPlanRecord
        {
            Id = Guid.CreateVersion7(now),
            ElectionId = election,
            AreaCode = form.Area!,
            Version = latest + 1,
            CreatedAt = now,
            AccountId = account,
            Request = JsonSerializer.Serialize(new { form.Preset, form.AcrossVillages, form.FillRawan, form.FillSangatRawan, form.NeighbourKilometres }),
            State = GuardPlanState.Running,
            Stations = stations,
        };
        database.Add(record);
        await audit.AddAsync("guardplan.make", record.Id.ToString(), form.Area,
            string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{stations},\"version\":{record.Version}}}"), tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return record;
    }

    internal sealed class Form
    {
        public string? Election { get; set; }

        public string? Area { get; set; }

        /// <summary>Name of a published set of patterns; "" is this program's default.</summary>
        public string? Preset { get; set; }

        public bool AcrossVillages { get; set; }

        public bool FillRawan { get; set; }

        public bool FillSangatRawan { get; set; }

        public double NeighbourKilometres { get; set; }

        public IFormFile? Patterns { get; set; }

        public IFormFile? Classes { get; set; }

        public IFormFile? Forces { get; set; }

        public IFormFile? Links { get; set; }
    }
}
