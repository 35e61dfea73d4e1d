using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.VotingDay.Board;

namespace TigaPilar.Server.VotingDay.Review;

/// <summary>All that the review of a day shows beside its board.</summary>
internal sealed record DayReview(List<MenAfter> Men, List<RevoteAdvice> Advice, Dictionary<ReviewPart, ReviewNote> Notes, List<ReviewMatter> Matters);

/// <summary>Anev H+1: police tell of their men, the Desk what Bawaslu told it and what goes on.</summary>
internal sealed class KeepReview(Database database, CurrentReader current, DaySnapshots snapshots, AuditLog audit, OfficeClock clock)
{
    private const int MostMen = 50_000;

    /// <summary>What the reader sees of it: the kabupaten's own lines where he sees all of it.</summary>
    public async Task<DayReview> ReadAsync(DayAt day, CancellationToken cancel)
    {
        var whole = day.Areas.Contains(day.Kabupaten);
        var men = await day.Areas.Of(database.Set<MenAfter>().AsNoTracking().Where(m => m.ElectionId == day.Election.Id), m => m.KecamatanCode).OrderBy(m => m.KecamatanCode).ToListAsync(cancel);
        var advice = await day.Areas.Of(database.Set<RevoteAdvice>().AsNoTracking().Where(a => a.ElectionId == day.Election.Id), a => a.StationCode).OrderBy(a => a.StationCode).ToListAsync(cancel);
        if (!whole) return new DayReview(men, advice, [], []);
        var notes = await day.Areas.Of(database.Set<ReviewNote>().AsNoTracking().Where(n => n.ElectionId == day.Election.Id && n.KabupatenCode == day.Kabupaten), n => n.KabupatenCode).ToDictionaryAsync(n => n.Part, cancel);
        var matters = await day.Areas.Of(database.Set<ReviewMatter>().AsNoTracking().Where(m => m.ElectionId == day.Election.Id && m.KabupatenCode == day.Kabupaten), m => m.KabupatenCode).OrderBy(m => m.Track).ThenBy(m => m.DoneAt != null).ThenBy(m => m.Due).ThenBy(m => m.Id).ToListAsync(cancel);
        return new DayReview(men, advice, notes, matters);
    }

    /// <summary>Whether the reader, in one of these roles, writes for the whole kabupaten.</summary>
    public static HeldOffice? OfficeOf(Reader reader, DayAt day, params IEnumerable<OfficeRole> roles) =>
        reader.Offices.FirstOrDefault(o => roles.Contains(o.Role) && o.Areas.Contains(day.Kabupaten) && AccessMatrix.Default.Allows(o.Role, Permission.Parse(VotingDayPermissions.Write)));

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public Task<string?> MenAsync(DayAt day, MenForm form, CancellationToken cancel) => KeepAsync(day, "men", [OfficeRole.Polri], async (by, now) =>
    {
        if (form.Kecamatan is not { Length: 8 } kecamatan || !(await snapshots.GroundAsync(database, day, cancel)).Kecamatan.Contains(kecamatan, StringComparer.Ordinal)) return "KecamatanNeeded";
        if (form is not { Present: >= 0 and <= MostMen, Ill: >= 0 and <= MostMen, Dead: >= 0 and <= MostMen, NotBack: >= 0 and <= MostMen }) return "MenWrong";
        var men = await database.Set<MenAfter>().SingleOrDefaultAsync(m => m.ElectionId == day.Election.Id && m.KecamatanCode == kecamatan, cancel);
        if (men is null) database.Add(men = new MenAfter { ElectionId = day.Election.Id, KecamatanCode = kecamatan, Present = 0, Ill = 0, Dead = 0, NotBack = 0, By = by, At = now });
        (men.Present, men.Ill, men.Dead, men.NotBack, men.By, men.At) = (form.Present, form.Ill, form.Dead, form.NotBack, by, now);
        return null;
    }, cancel);

    public Task<string?> AdviceAsync(DayAt day, AdviceForm form, CancellationToken cancel) => KeepAsync(day, "advice", [OfficeRole.Desk], async (by, now) =>
    {
        if (form.Station is not { } station || !(await snapshots.GroundAsync(database, day, cancel)).Has(station.Trim())) return "StationUnknown";
        var known = await database.Set<RevoteAdvice>().SingleOrDefaultAsync(a => a.ElectionId == day.Election.Id && a.StationCode == station.Trim(), cancel);
        if (form.Remove)
        {
            if (known is not null) database.Remove(known);
            return null;
        }

        if (!Enum.IsDefined(form.Kind)) return "KindNeeded";
        if (Text(form.Letter, VotingDayMapping.LongestNote) is not { } letter) return "LetterNeeded";
        if (known is null) database.Add(known = new RevoteAdvice { ElectionId = day.Election.Id, StationCode = station.Trim(), Kind = form.Kind, Letter = letter, By = by, At = now });
        (known.Kind, known.Letter, known.By, known.At) = (form.Kind, letter, by, now);
        return null;
    }, cancel);

    public Task<string?> NoteAsync(DayAt day, NoteForm form, CancellationToken cancel) => KeepAsync(day, "note", [OfficeRole.Desk, OfficeRole.Polri], async (by, now) =>
    {
        if (!Enum.IsDefined(form.Part)) return "PartNeeded";
        var known = await database.Set<ReviewNote>().SingleOrDefaultAsync(n => n.ElectionId == day.Election.Id && n.KabupatenCode == day.Kabupaten && n.Part == form.Part, cancel);
        if (string.IsNullOrWhiteSpace(form.Text))
        {
            if (known is not null) database.Remove(known);
            return null;
        }

        if (Text(form.Text, VotingDayMapping.LongestText) is not { } text || form.Count is < 0 or > 999) return "TextLong";
        if (known is null) database.Add(known = new ReviewNote { ElectionId = day.Election.Id, KabupatenCode = day.Kabupaten, Part = form.Part, Text = text, By = by, At = now });
        (known.Text, known.Count, known.By, known.At) = (text, form.Part == ReviewPart.Assemblies ? form.Count : null, by, now);
        return null;
    }, cancel);

    public Task<string?> MatterAsync(DayAt day, MatterForm form, CancellationToken cancel) => KeepAsync(day, "matter", [OfficeRole.Desk, OfficeRole.Polri], async (by, now) =>
    {
        if (form.Done)
        {
            if (await database.Set<ReviewMatter>().SingleOrDefaultAsync(m => m.Id == form.Id && m.ElectionId == day.Election.Id && m.KabupatenCode == day.Kabupaten, cancel) is not { } matter) return "MatterUnknown";
            matter.DoneAt = matter.DoneAt is null ? now : null;
            return null;
        }

        if (form.Id == Guid.Empty) return "SendAgain";
        if (await database.Set<ReviewMatter>().AnyAsync(m => m.Id == form.Id, cancel)) return null;
        if (!Enum.IsDefined(form.Track) || Text(form.Matter, VotingDayMapping.LongestNote) is not { } what || Text(form.Owner, VotingDayMapping.LongestName) is not { } owner) return "MatterNeeded";
        if (form.Due is not { Year: > 2000 and < 2200 } due) return "DueNeeded";
        database.Add(new ReviewMatter { Id = form.Id, ElectionId = day.Election.Id, KabupatenCode = day.Kabupaten, Track = form.Track, Matter = what, Owner = owner, Due = due, By = by, At = now });
        return null;
    }, cancel);

    private async Task<string?> KeepAsync(DayAt day, string what, OfficeRole[] roles, Func<string, DateTimeOffset, Task<string?>> change, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (OfficeOf(reader, day, roles) is not { } office) return "NotReviewing";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await change($"{reader.Name}, {office.Title}", clock.Now.ToUniversalTime()) is { } problem) return problem;
        await audit.AddAsync($"votingday.{what}", day.Election.Code, day.Kabupaten, tell: VotingDayPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static string? Text(string? text, int most) => text?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } words && words.Length <= most ? words : null;

    public sealed class MenForm
    {
        public string? Kecamatan { get; set; }

        public int Present { get; set; }

        public int Ill { get; set; }

        public int Dead { get; set; }

        public int NotBack { get; set; }
    }

    public sealed class AdviceForm
    {
        public string? Station { get; set; }

        public RevoteKind Kind { get; set; } = RevoteKind.Again;

        public string? Letter { get; set; }

        public bool Remove { get; set; }
    }

    public sealed class NoteForm
    {
        public ReviewPart Part { get; set; }

        public int? Count { get; set; }

        public string? Text { get; set; }
    }

    public sealed class MatterForm
    {
        /// <summary>Made by the page: sent twice it is one.</summary>
        public Guid Id { get; set; }

        public ReviewTrack Track { get; set; } = ReviewTrack.Law;

        public string? Matter { get; set; }

        public string? Owner { get; set; }

        public DateOnly? Due { get; set; }

        /// <summary>Marks it as done, or as not done after all.</summary>
        public bool Done { get; set; }
    }
}
