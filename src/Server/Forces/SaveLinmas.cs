using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>Adds names to a village's list, changes them, and lets somebody stop or serve again.</summary>
internal sealed class SaveLinmas(Database database, RollWriter writer, OfficeClock clock)
{
    /// <summary>Adds people, all or none; null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> AddAsync(int? election, string village, IReadOnlyList<LinmasEntry> people, string? reason, CancellationToken cancel) =>
        (await AddAsync(election, village, people, reason, passOver: false, cancel)).Problem;

    /// <summary>Adds those who are not on the list yet, as a list that was downloaded and filled in names them again.</summary>
    public Task<(int Added, string? Problem)> AddNewAsync(int? election, string village, IReadOnlyList<LinmasEntry> people, string? reason, CancellationToken cancel) =>
        AddAsync(election, village, people, reason, passOver: true, cancel);

    private async Task<(int Added, string? Problem)> AddAsync(int? election, string village, IReadOnlyList<LinmasEntry> people, string? reason, bool passOver, CancellationToken cancel)
    {
        if (!await writer.MayAsync(village)) return (0, "NotYours");
        if (people.Count == 0) return (0, "NameNeeded");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roll = await writer.TakeAsync(election, village, cancel);
        if (RollWriter.Obstacle(roll, reason) is { } obstacle) return (0, obstacle);
        var known = await KnownAsync(village, cancel);
        // A form that was sent twice on a bad line names nobody twice.
        var added = people.Where(p => known.Add((LinmasWarnings.Plain(p.Name), p.BirthYear))).ToList();
        if (added.Count < people.Count && !passOver) return (0, "AlreadyListed");
        if (added.Count == 0) return (0, null);
        foreach (var person in added)
        {
            var member = new LinmasMember
            {
                Id = OrderedId.New(), VillageCode = village, Name = person.Name, BirthYear = person.BirthYear, Phone = person.Phone,
                IsSatlinmas = true, IsStationGuard = true,
            };
            database.Add(member);
            if (roll?.State == RollState.Decided) await writer.NoteAsync(roll, village, RollEvent.Added, member.Id, reason);
        }

        if (roll?.State != RollState.Decided) await writer.NoteAsync(roll, village, RollEvent.Added, null, null, added.Count);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (added.Count, null);
    }

    /// <summary>Changes what is written of somebody; null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> ChangeAsync(int? election, string village, Guid id, LinmasForm form, CancellationToken cancel)
    {
        var (entry, wrong) = LinmasLines.One(form.Name, form.BirthYear, form.Phone, clock.Today);
        if (entry is null) return wrong;
        if (!form.IsSatlinmas && !form.IsStationGuard && !form.IsSkd) return "DutyNeeded";
        if (form.CardNumber?.Trim().Length > 40) return "CardLong";
        if (TrainingProblem(form) is { } training) return training;
        return await OnAsync(election, village, id, form.Version, form.Reason, RollEvent.Changed, (member, roll) =>
        {
            (member.Name, member.BirthYear, member.Phone) = (entry.Name, entry.BirthYear, entry.Phone);
            member.CardNumber = RollWriter.Words(form.CardNumber);
            (member.IsSatlinmas, member.IsStationGuard, member.IsSkd) = (form.IsSatlinmas, form.IsStationGuard, form.IsSkd);
            if (RollWriter.Words(form.TrainingKind) is { } kind)
                database.Add(new LinmasTraining { Id = Guid.CreateVersion7(), MemberId = id, Kind = kind, On = form.TrainingOn!.Value });
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Somebody stops, and another may take his place and his post at once.</summary>
    public async Task<string?> StopAsync(int? election, string village, Guid id, StopForm form, CancellationToken cancel)
    {
        if (RollWriter.Words(form.Reason) is not { } reason) return "StopReasonNeeded";
        LinmasEntry? successor = null;
        if (RollWriter.Words(form.Name) is not null)
        {
            (successor, var wrong) = LinmasLines.One(form.Name, form.BirthYear, form.Phone, clock.Today);
            if (successor is null) return wrong;
        }

        if (successor is not null && (await KnownAsync(village, cancel)).Contains((LinmasWarnings.Plain(successor.Name), successor.BirthYear))) return "AlreadyListed";
        return await OnAsync(election, village, id, form.Version, reason, RollEvent.Stopped, async (member, roll) =>
        {
            (member.State, member.StopReason) = (LinmasState.Stopped, reason);
            var postings = await database.Set<LinmasPosting>().Where(p => p.MemberId == id).ToListAsync(cancel);
            database.RemoveRange(postings.Where(p => p.ElectionId == election));
            if (successor is null) return;
            var next = new LinmasMember
            {
                Id = OrderedId.New(), VillageCode = village, Name = successor.Name, BirthYear = successor.BirthYear, Phone = successor.Phone,
                IsSatlinmas = member.IsSatlinmas, IsStationGuard = member.IsStationGuard, IsSkd = member.IsSkd,
            };
            database.Add(next);
            await writer.NoteAsync(roll, village, RollEvent.Added, next.Id, reason);
            // The place must be free before another stands there.
            await database.SaveChangesAsync(cancel);
            if (postings.Find(p => p.ElectionId == election) is { } post)
                database.Add(new LinmasPosting { ElectionId = post.ElectionId, MemberId = next.Id, StationCode = post.StationCode, Gate = post.Gate });
        }, cancel);
    }

    public Task<string?> ResumeAsync(int? election, string village, Guid id, int version, string? reason, CancellationToken cancel) =>
        OnAsync(election, village, id, version, reason, RollEvent.Resumed, (member, _) =>
        {
            (member.State, member.StopReason) = (LinmasState.Active, null);
            return Task.CompletedTask;
        }, cancel);

    private async Task<string?> OnAsync(
        int? election, string village, Guid id, int version, string? reason, RollEvent what, Func<LinmasMember, LinmasRoll?, Task> change, CancellationToken cancel)
    {
        if (!await writer.MayAsync(village)) return "NotYours";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var roll = await writer.TakeAsync(election, village, cancel);
        if (RollWriter.Obstacle(roll, reason) is { } obstacle) return obstacle;
        var member = await database.Set<LinmasMember>().SingleOrDefaultAsync(m => m.Id == id && m.VillageCode == village, cancel);
        if (member is null) return "NotYours";
        if (member.Version != version) return "Stale";
        member.Version++;
        await writer.NoteAsync(roll, village, what, id, reason);
        await change(member, roll);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<HashSet<(string Name, int BirthYear)>> KnownAsync(string village, CancellationToken cancel) =>
        (await database.Set<LinmasMember>().Where(m => m.VillageCode == village && m.State == LinmasState.Active)
            .Select(m => new { m.Name, m.BirthYear }).ToListAsync(cancel)).Select(m => (LinmasWarnings.Plain(m.Name), m.BirthYear)).ToHashSet();

    private string? TrainingProblem(LinmasForm form) =>
        RollWriter.Words(form.TrainingKind) is not { } kind ? null
        : kind.Length > 80 || form.TrainingOn is not { } on || on > clock.Today || on.Year < 1980 ? "TrainingWrong" : null;

    public sealed class StopForm
    {
        public string? Reason { get; set; }

        /// <summary>Of whoever takes the place; blank where nobody does yet.</summary>
        public string? Name { get; set; }

        public string? BirthYear { get; set; }

        public string? Phone { get; set; }

        public int Version { get; set; }
    }
}
