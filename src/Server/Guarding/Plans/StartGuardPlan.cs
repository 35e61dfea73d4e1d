using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>Begins a guard plan on the stations of an election; the work itself goes on in the background.</summary>
internal sealed class StartGuardPlan(
    Database database, CurrentReader current, AuditLog audit, PlanQueue queue, OfficeClock clock, AssemblePlan assemble)
{
    /// <summary>The new plan's id, or what hinders it.</summary>
    public async Task<(Guid? Id, string? Problem, InputReport Report)> RunAsync(Form form, CancellationToken cancel)
    {
        var report = new InputReport();
        var reader = await current.GetSignedInAsync();
        if (string.IsNullOrEmpty(form.Area) || !reader.AreasOf(GuardingPermissions.Write).Contains(form.Area)) return (null, "NotYourArea", report);
        var election = (await ElectionQueries.AllAsync(database, cancel)).FirstOrDefault(e => e.Code == form.Election);
        if (election is null) return (null, "NoElection", report);
        // Whoever sends a file means it, whatever the form began with.
        var strength = form.Forces is { Length: > 0 } ? PlanAnswers.StrengthOfFile : form.Strength
            ?? (await StrengthRoster.AnyAsync(database, AreaSet.Of(form.Area), cancel) ? PlanAnswers.StrengthOfData : PlanAnswers.NoStrength);
        if (strength == PlanAnswers.StrengthOfFile && form.Forces is not { Length: > 0 }) return (null, "ForcesFileMissing", report);
        var answers = new PlanAnswers(form.Preset, form.AcrossVillages, form.FillRawan, form.FillSangatRawan, form.NeighbourKilometres, strength) { RevoteOn = form.RevoteOn, Stations = CodesOf(form.Stations) };
        if (answers.RevoteOn is null != (answers.Stations.Count == 0)) return (null, "RevoteHalf", report);
        if (answers.RevoteOn is { } day && election.VotingDay is { } voting && day <= voting) return (null, "RevoteDay", report);
        using var uploads = await Uploads.SaveAsync(form, cancel);
        var (input, request, problem) = await assemble.RunAsync(election, form.Area, answers, uploads, report, cancel);
        if (input is null) return (null, problem, report);
        var record = await AddAsync(election.Id, form.Area, answers, uploads.Kept(), input.Territory.Stations.Length, reader.AccountId, cancel);
        queue.Add(new PlanWork(record.Id, input, request, Earlier: null));
        return (record.Id, null, report);
    }

    /// <summary>Keeps a plan that is about to be made, as the next version of its election and kabupaten.</summary>
    internal async Task<GuardPlanRecord> AddAsync(int election, string area, PlanAnswers answers, byte[]? given, int stations, Guid? account, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var latest = await database.Set<GuardPlanRecord>().Where(p => p.ElectionId == election && p.AreaCode == area)
            .MaxAsync(p => (int?)p.Version, cancel) ?? 0;
        var now = clock.Now.ToUniversalTime();
        var record = new GuardPlanRecord
        {
            Id = Guid.CreateVersion7(now),
            ElectionId = election,
            AreaCode = area,
            RevoteOn = answers.RevoteOn,
            Version = latest + 1,
            CreatedAt = now,
            AccountId = account,
            Request = JsonSerializer.Serialize(answers),
            Given = given,
            State = GuardPlanState.Running,
            Stations = stations,
        };
        database.Add(record);
        await audit.AddAsync("guardplan.make", record.Id.ToString(), area,
            string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{stations},\"version\":{record.Version}}}"), tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return record;
    }

    // As they are pasted: one a line, or with blanks, commas or semicolons between them.
    private static string[] CodesOf(string? text) =>
        [.. (text ?? "").Split([' ', ',', ';', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

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

        /// <summary>The day of a re-vote.</summary>
        public DateOnly? RevoteOn { get; set; }

        /// <summary>The stations that vote again, as they were pasted.</summary>
        public string? Stations { get; set; }

        /// <summary>Where the forces come from: of data, of a file, or from nowhere.</summary>
        public string? Strength { get; set; }

        public IFormFile? Patterns { get; set; }

        public IFormFile? Classes { get; set; }

        public IFormFile? Forces { get; set; }

        public IFormFile? Links { get; set; }

        /// <summary>Stations that stay together as given.</summary>
        public IFormFile? Pins { get; set; }

        /// <summary>Minutes between villages.</summary>
        public IFormFile? Distances { get; set; }
    }
}
