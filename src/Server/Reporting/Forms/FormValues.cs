using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Reporting.Summary;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents.Templates;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Reporting.Forms;

/// <summary>What a superior's form may ask for, and the answers of an hour.</summary>
internal static class FormValues
{
    /// <summary>Lists, each with its fields: a table row with one of them comes once for each of its items.</summary>
    public static readonly ImmutableArray<(string List, ImmutableArray<string> Fields)> Lists =
    [
        ("bagian", ["no", "nama", "keadaan", "situasi", "kejadian", "pukul", "oleh"]),
        ("kejadian", ["no", "instansi", "bobot", "apa", "di_mana", "kapan", "siapa", "mengapa", "bagaimana", "tindakan", "saran"]),
        ("rencana", ["no", "instansi", "kegiatan"]),
        ("anev", ["no", "instansi", "kegiatan", "hasil", "keterangan"]),
    ];

    /// <summary>Fields, by name; an hour without a summary gives blanks where it would speak.</summary>
    /// <param name="board">The hour.</param>
    /// <param name="summary">What was put together; null before that.</param>
    /// <param name="kabupaten">Its name.</param>
    /// <param name="receiver">The agency that asks.</param>
    /// <param name="countDown">H-7, by the next election; blank without one.</param>
    /// <param name="today">What was planned for the day of the hour, with the agency's name.</param>
    /// <param name="tomorrow">What is planned for the day after.</param>
    /// <param name="clock">The offices' clock.</param>
    public static TemplateValues Of(
        ReportBoard board, ReportSummary? summary, string kabupaten, string receiver, string countDown, IReadOnlyList<(string Agency, DayPlan Plan)> today, IReadOnlyList<(string Agency, DayPlan Plan)> tomorrow, OfficeClock clock)
    {
        var (events, silent, now) = (board.Entries.ToList(), board.Rows.Where(r => r.Report is null).Select(r => r.Of.Name).ToList(), clock.Now);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kabupaten"] = kabupaten, ["instansi"] = receiver, ["laporan"] = board.Schedule.Name, ["kepada"] = board.Schedule.Addressee ?? "", ["dasar"] = board.Schedule.LegalBasis ?? "",
            ["hari_tanggal"] = ReportWords.Day(board.Slot.Day), ["tanggal"] = Indonesian.Date(board.Slot.Day), ["pukul"] = ReportWords.Hour(board.Slot.Time), ["zona"] = clock.ZoneName, ["hitung_mundur"] = countDown,
            ["jumlah"] = Whole(board.Rows.Length), ["sudah"] = Whole(board.Received), ["nihil"] = Whole(board.Nihil), ["terlambat"] = Whole(board.Count(ReportState.Late)), ["belum"] = Whole(silent.Count),
            ["belum_siapa"] = silent.Count == 0 ? ReportWords.Of("Nihil") : string.Join(", ", silent),
            ["jumlah_kejadian"] = Whole(events.Count), ["jumlah_menonjol"] = Whole(events.Count(e => e.Entry.Weight == EntryWeight.Notable)), ["jumlah_atensi"] = Whole(events.Count(e => e.Entry.Weight == EntryWeight.Attention)),
            ["menonjol"] = Lines(events.Where(e => e.Entry.Weight == EntryWeight.Notable)), ["semua_kejadian"] = Lines(events),
            ["situasi"] = summary?.Situation ?? "", ["penyusun"] = summary?.By ?? "", ["penutup"] = board.Schedule.Closing,
            ["dicetak"] = $"{Indonesian.Date(DateOnly.FromDateTime(now.DateTime))} {ReportWords.Hour(TimeOnly.FromDateTime(now.DateTime))} {clock.ZoneName}",
            ["rencana_besok"] = tomorrow.Count == 0 ? ReportWords.Of("Nihil") : string.Join('\n', tomorrow.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {p.Agency}: {p.Plan.What}"))),
        };
        return new(fields, new Dictionary<string, ImmutableArray<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal)
        {
            ["bagian"] = Rows(board.Rows, (r, _) =>
            [
                r.Of.Name, ReportWords.State(r), r.Report?.Situation ?? "", r.Report is null ? "" : r.Report.Nihil ? ReportWords.Of("Nihil") : string.Join('\n', r.Report.Entries.OrderBy(e => e.Position).Select(ReportWords.Line)),
                r.FirstAt is { } at ? ReportWords.At(at, clock) : "", r.Report?.By ?? "",
            ], Lists[0].Fields),
            ["kejadian"] = Rows(events, (e, _) =>
            [
                e.Of.Name, ReportWords.Of($"Weight{e.Entry.Weight}"), e.Entry.What, e.Entry.Where, e.Entry.When ?? "", e.Entry.Who ?? "", e.Entry.Why ?? "", e.Entry.How ?? "", e.Entry.Done ?? "", e.Entry.Advice ?? "",
            ], Lists[1].Fields),
            ["rencana"] = Rows(tomorrow, (p, _) => [p.Agency, p.Plan.What], Lists[2].Fields),
            ["anev"] = Rows(today, (p, _) => [p.Agency, p.Plan.What, ReportWords.Of(p.Plan.Carried switch { true => "PlanDone", false => "PlanNotDone", _ => "PlanUnknown" }), p.Plan.Note ?? ""], Lists[3].Fields),
        });
    }

    /// <summary>Every name that a form may hold.</summary>
    public static ImmutableArray<string> Fields { get; } =
    [
        "kabupaten", "instansi", "laporan", "kepada", "dasar", "hari_tanggal", "tanggal", "pukul", "zona", "hitung_mundur", "jumlah", "sudah", "nihil", "terlambat", "belum", "belum_siapa", "jumlah_kejadian", "jumlah_menonjol", "jumlah_atensi",
        "menonjol", "semua_kejadian", "situasi", "penyusun", "penutup", "dicetak", "rencana_besok",
    ];

    public static bool Knows(string name) => name.Split('.') is [var list, var field] ? Lists.Any(l => l.List == list && l.Fields.Contains(field, StringComparer.Ordinal)) : Fields.Contains(name, StringComparer.Ordinal);

    private static string Lines(IEnumerable<(Reporter Of, ReportEntry Entry)> events)
    {
        var lines = events.Select((e, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {e.Of.Name}: {ReportWords.Line(e.Entry)}")).ToList();
        return lines.Count == 0 ? ReportWords.Of("Nihil") : string.Join('\n', lines);
    }

    // A list of nothing says so in its first field after the number.
    private static ImmutableArray<IReadOnlyDictionary<string, string>> Rows<T>(IReadOnlyList<T> items, Func<T, int, string[]> answers, ImmutableArray<string> fields)
    {
        if (items.Count == 0) return [new Dictionary<string, string>(fields.Select((f, i) => KeyValuePair.Create(f, i == 0 ? "–" : i == 1 ? ReportWords.Of("Nihil") : "")), StringComparer.Ordinal)];
        return [.. items.Select((item, i) =>
        {
            string[] said = [Whole(i + 1), .. answers(item, i)];
            return (IReadOnlyDictionary<string, string>)fields.Zip(said).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
        })];
    }

    private static string Whole(int number) => Indonesian.Whole(number);
}
