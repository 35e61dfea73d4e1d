using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections;

/// <summary>Makes an election or changes one.</summary>
internal sealed partial class SaveElection(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    /// <summary>Null and the code when done, else the key of the text that says what is wrong; nothing is saved then.</summary>
    public async Task<(string? Problem, string Code)> RunAsync(string? existing, Form form, CancellationToken cancel)
    {
        var code = existing ?? form.Code?.Trim().ToLowerInvariant() ?? "";
        if (!CodeShape().IsMatch(code) || code == "baru") return ("BadCode", code);
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > 120) return ("BadName", code);
        if (form.State == ElectionState.Running && form.VotingDay is null) return ("RunningNeedsDay", code);
        if (!TimeZones.Contains(form.TimeZone, StringComparer.Ordinal)) return ("BadZone", code);
        var stages = form.Stages.Where(s => !string.IsNullOrWhiteSpace(s.Name)).ToList();
        if (stages.Exists(s => s.From is null || s.To is null || s.To < s.From)) return ("BadStage", code);
        var areas = form.Areas.Where(a => !string.IsNullOrWhiteSpace(a)).Distinct(StringComparer.Ordinal).ToList();
        var reader = await current.GetSignedInAsync();
        if (!areas.TrueForAll(reader.AreasOf(ElectionsPermissions.Write).Contains)) return ("AreaNotYours", code);

        await using var transaction = await database.BeginWriteAsync(cancel);
        var election = await database.Set<Election>().Include(e => e.Contests).Include(e => e.Stages).Include(e => e.Areas)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Code == code, cancel);
        if (existing is null && election is not null) return ("CodeTaken", code);
        if (election is not null && !election.Areas.TrueForAll(a => reader.AreasOf(ElectionsPermissions.Write).Contains(a.AreaCode)))
            return ("AreaNotYours", code);
        if (election is null)
        {
            election = new Election { Code = code, Name = form.Name, Kind = form.Kind, Organiser = ElectionPresets.Organiser(form.Kind) };
            database.Add(election);
            if (stages.Count == 0 && form.VotingDay is { } day)
                stages = [.. ElectionPresets.Stages(form.Kind).Select(s => new StageForm { Name = s.Name, From = day.AddDays(s.FromDay), To = day.AddDays(s.ToDay) })];
        }

        var was = election.VotingDay;
        if (was is { } old && old != form.VotingDay)
        {
            if (string.IsNullOrWhiteSpace(form.Reason)) return ("NeedsReason", code);
            database.Add(new ElectionDayChange
            {
                ElectionId = election.Id, From = old, To = form.VotingDay, Reason = Cut(form.Reason)!, Law = Cut(form.Law),
                At = clock.GetUtcNow(), AccountId = reader.AccountId,
            });
            if (form.MoveStages && form.VotingDay is { } to) Move(stages, election.Stages, to.DayNumber - old.DayNumber);
        }

        (election.Name, election.Kind, election.State, election.VotingDay, election.TimeZone, election.LegalBasis) =
            (form.Name.Trim(), form.Kind, form.State, form.VotingDay, form.TimeZone, Blank(form.LegalBasis));
        election.Organiser = ElectionPresets.Organiser(form.Kind);
        Replace(election, form, stages, areas);
        await audit.AddAsync(existing is null ? "elections.add" : "elections.change", code, details: JsonSerializer.Serialize(
            new { kind = form.Kind.ToString(), state = form.State.ToString(), day = form.VotingDay, was, areas }), tell: ElectionsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (null, code);
    }

    public const int LongestReason = 400;

    /// <summary>The three zones of Indonesia.</summary>
    public static readonly string[] TimeZones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];

    private static void Replace(Election election, Form form, List<StageForm> stages, List<string> areas)
    {
        var contests = (form.Contests ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        election.Contests.Clear();
        election.Contests.AddRange((contests.Length == 0 && election.Id == 0 ? [.. ElectionPresets.Contests(form.Kind)] : contests)
            .Select((name, i) => new Contest { Name = name.Length > 120 ? name[..120] : name, Position = i }));
        election.Stages.Clear();
        election.Stages.AddRange(stages.Select(s => new ElectionStage { Name = s.Name!.Trim(), From = s.From!.Value, To = s.To!.Value }));
        election.Areas.RemoveAll(a => !areas.Contains(a.AreaCode, StringComparer.Ordinal));
        election.Areas.AddRange(areas.Where(a => election.Areas.TrueForAll(e => e.AreaCode != a)).Select(a => new ElectionArea { AreaCode = a }));
    }

    // A stage whose days were typed anew in the same form stands where it was put.
    private static void Move(List<StageForm> stages, List<ElectionStage> known, int days)
    {
        foreach (var stage in stages.Where(s => known.Exists(k => k.Name == s.Name!.Trim() && k.From == s.From && k.To == s.To)))
            (stage.From, stage.To) = (stage.From!.Value.AddDays(days), stage.To!.Value.AddDays(days));
    }

    private static string? Cut(string? text) => Blank(text) is { Length: > LongestReason } words ? words[..LongestReason] : Blank(text);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{2,39}$", RegexOptions.None, 1000)]
    private static partial Regex CodeShape();

    internal sealed class Form
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public ElectionKind Kind { get; set; } = ElectionKind.Pilkada;

        public ElectionState State { get; set; } = ElectionState.Draft;

        public DateOnly? VotingDay { get; set; }

        public string TimeZone { get; set; } = TimeZones[0];

        public string? LegalBasis { get; set; }

        /// <summary>One a line.</summary>
        public string? Contests { get; set; }

        public List<StageForm> Stages { get; set; } = [];

        public List<string> Areas { get; set; } = [];

        /// <summary>Why the voting day is another one now.</summary>
        public string? Reason { get; set; }

        /// <summary>The law or decision that moved it.</summary>
        public string? Law { get; set; }

        /// <summary>Whether the stages move by the same number of days.</summary>
        public bool MoveStages { get; set; }
    }

    internal sealed class StageForm
    {
        public string? Name { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }
}
