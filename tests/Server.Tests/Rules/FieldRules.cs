using TigaPilar.Server.Offices;
using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>
/// What the system must never do, one function a rule: from the ledger to its breaches. The same function judges the
/// program and, in the tests, a program with a breach put in.
/// </summary>
public static class FieldRules
{
    private static readonly string[] Votes = ["suara", "vote", "votes", "tally", "tallies", "perolehan", "realcount", "quickcount", "ballot", "ballots", "plano", "chasil"];
    private static readonly string[] VotePhrases = ["perolehan suara", "hitung cepat", "hitung nyata", "quick count", "real count", "vote tally", "c.hasil", "formulir hasil"];
    private static readonly string[] Politics =
    [
        "party", "parties", "partai", "religion", "agama", "ethnicity", "ethnic", "suku", "ras", "preference", "preferensi", "political", "politik", "politics",
        "paslon", "candidate", "candidates", "calon", "affiliation", "afiliasi", "ideology", "ideologi", "basis", "massa", "pendukung", "supporters", "fanatik", "ormas", "golongan",
    ];
    private static readonly string[] Assembled = ["participant", "participants", "peserta", "demonstrator", "demonstrators", "face", "faces", "wajah", "watchlist", "activist", "activists", "aktivis", "biometric"];
    private static readonly string[] Guests = ["guest", "guests", "tamu", "visitor", "visitors"];
    private static readonly string[] Reporters = ["reporter", "reporters", "pelapor", "informant", "informan", "whistleblower", "saksi", "witness"];
    private static readonly string[] Tracking = ["pageview", "pageviews", "clicks", "utm", "fingerprint", "tracker", "referrer"];
    private static readonly string[] Identity = ["nik", "ktp", "kk", "birth", "birthday", "birthplace", "lahir", "mother", "gender", "kelamin", "npwp"];
    private static readonly string[] Judgements = ["class", "kelas", "rawan", "severity", "escalation", "eskalasi", "level", "tingkat", "warna", "color", "colour"];
    private static readonly string[] Force = ["penindakan", "menindak", "menangkap", "penangkapan", "memeriksa orang", "menggeledah", "senjata", "arrest", "weapon"];

    /// <summary>Names that hold a word for another thing; each is a decision.</summary>
    private static readonly string[] Known =
    [
        // The level of administration that an office stands on; it judges nothing.
        "column of Office Level",
        "column of Invitation Level",
        // The law that an election rests on, in Indonesian 'dasar'.
        "column of AgeRule LegalBasis",
        "column of Election LegalBasis",
        // The order that a guard pattern rests on, likewise.
        "column of PatternEntry LegalBasis",
        // Of whom reports are asked: camats, Polsek, agencies; it judges nothing.
        "column of ReportSchedule Level",
        // The letter that asks for reports, in Indonesian 'dasar'.
        "column of ReportSchedule LegalBasis",
        // The law that a forum rests on, likewise.
        "column of Forum LegalBasis",
        // Both age rules of Linmas ask for it (PKPU 8/2022: 17 to 55); the year alone, of those whom a village names.
        "column of LinmasMember BirthYear",
        // How many stations of a kecamatan had which class on a day; the release that they belong to is signed, with a reason.
        "column of ReleasedTotals KurangRawan",
        "column of ReleasedTotals Rawan",
        "column of ReleasedTotals SangatRawan",
    ];

    /// <summary>1. No tallies, counts or result forms.</summary>
    public static IEnumerable<string> NoVotes(Ledger ledger) => [.. Named(ledger, Votes), .. Said(ledger, VotePhrases)];

    /// <summary>2. No politics, religion or group of anybody.</summary>
    public static IEnumerable<string> NoPoliticalProfile(Ledger ledger) => Named(ledger, Politics);

    /// <summary>3. No names or faces of people who assemble.</summary>
    public static IEnumerable<string> NoPeopleWhoAssemble(Ledger ledger) => Named(ledger, Assembled);

    /// <summary>4. No store of guests.</summary>
    public static IEnumerable<string> NoGuests(Ledger ledger) => Named(ledger, Guests);

    /// <summary>5. No identity of who reports.</summary>
    public static IEnumerable<string> NoReporters(Ledger ledger) => Named(ledger, Reporters);

    /// <summary>6. Nobody but KPU and Bawaslu writes what is theirs: no route, and no right in the matrix.</summary>
    public static IEnumerable<string> OthersRecordsAreNotWritten(Ledger ledger, IEnumerable<AccessRow> rows) =>
    [
        .. ledger.Routes.Where(r => r.Permission is { } p && IsOthers(Permission.Parse(p).Subject) && r.Methods.Contains("POST")
            && Permission.Parse(p).Right == AccessRight.Write && !OwnersAlone(rows, Permission.Parse(p).Subject)).Select(r => $"route {r.Pattern} writes {r.Permission}"),
        .. rows.Where(r => IsOthers(r.Subject)).SelectMany(r => r.Rights.Where(x => x.Value.HasFlag(AccessRight.Write) && !Owns(x.Key, r.Subject)).Select(x => $"{x.Key} writes {r.Subject}")),
    ];

    /// <summary>13. Whoever leaves an office, for a campaign or for good, has nothing of it from that day on; a stand-in has it by a holding of his own.</summary>
    public static IEnumerable<string> AccessEndsWithTheOffice(IEnumerable<OfficeHolding> holdings, DateOnly day, IEnumerable<(Guid Person, Guid Office)> given) =>
        given.Where(g => !holdings.Any(h => h.PersonId == g.Person && h.OfficeId == g.Office && h.From <= day && (h.To is null || h.To >= day)
                && !h.Leaves.Exists(l => l.From <= day && l.To >= day)))
            .Select(g => $"person {g.Person} has office {g.Office} without holding it");

    /// <summary>7. Terbatas is for the offices named in the rules alone, and for no public; lists of stations bear no class.</summary>
    public static IEnumerable<string> TerbatasStaysWithItsOffices(Ledger ledger, IEnumerable<AccessRow> rows) =>
    [
        .. rows.Where(r => r.DataClass == DataClass.Terbatas && r.Public != AccessRight.None).Select(r => $"the public reads {r.Subject}"),
        .. rows.Where(r => r.DataClass == DataClass.Terbatas).SelectMany(r => r.Rights
            .Where(x => x.Value != AccessRight.None && !Terbatas(r.Subject).Contains(x.Key)).Select(x => $"{x.Key} has {r.Subject}")),
        .. ledger.Exports.SelectMany(e => e.Columns.Where(c => Ledger.WordsOf(c).Intersect(["class", "kelas", "rawan", "petugas", "officer", "pola", "pattern"], StringComparer.Ordinal).Any())
            .Select(c => $"{e.Name} has {c}")),
    ];

    /// <summary>8. What judges a place stands beside who signed it, why and until when.</summary>
    public static IEnumerable<string> JudgementsAreSigned(Ledger ledger) =>
        from table in ledger.Tables
        from column in table.Columns
        where Ledger.WordsOf(column).Intersect(Judgements, StringComparer.Ordinal).Any()
        where !Known.Contains($"column of {table.Name} {column}", StringComparer.Ordinal)
        where !(Has(table, "signed", "signer", "by") && Has(table, "reason", "alasan") && Has(table, "expires", "expiry", "until"))
        select $"{table.Name}.{column} has no signer, reason and expiry beside it";

    /// <summary>9. Nothing is ordered away without Bawaslu's recommendation.</summary>
    public static IEnumerable<string> RemovalNeedsARecommendation(Ledger ledger) =>
        from table in ledger.Tables
        where Ledger.WordsOf(table.Name).Concat(table.Columns.SelectMany(c => Ledger.WordsOf(c))).Intersect(["removal", "takedown", "penertiban"], StringComparer.Ordinal).Any()
        where !Has(table, "recommendation", "rekomendasi") || !Has(table, "notice", "deadline", "tenggat")
        select $"{table.Name} orders a removal without recommendation and notice";

    /// <summary>10. Nobody who reads is followed.</summary>
    public static IEnumerable<string> NoTracking(Ledger ledger) => Named(ledger, Tracking);

    /// <summary>11. Of a person what the work needs, and no NIK of anybody.</summary>
    public static IEnumerable<string> NoNeedlessPersonalData(Ledger ledger) =>
    [
        .. Named(ledger, Identity),
        .. ledger.Tables.Where(t => t.Name == "Person").SelectMany(t => t.Columns.Except(["Id", "Name", "Rank", "Corps"], StringComparer.Ordinal)).Select(c => $"Person has {c}"),
    ];

    /// <summary>12. The log names nobody.</summary>
    public static IEnumerable<string> TheLogIsWithoutNames(IEnumerable<string> entries, IEnumerable<string> people)
    {
        var names = people.ToList();
        return entries.SelectMany(e => names.Where(n => e.Contains(n, StringComparison.OrdinalIgnoreCase)).Select(n => $"\"{n}\" in {e}"));
    }

    /// <summary>14. Linmas and the village's people watch, report and help.</summary>
    public static IEnumerable<string> LinmasUsesNoForce(Ledger ledger) =>
        from text in ledger.Texts
        where text.Words.Contains("linmas", StringComparison.OrdinalIgnoreCase) || text.Words.Contains("SKD", StringComparison.Ordinal)
        from word in Force
        where text.Words.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{text.Key}: {text.Words}";

    /// <summary>Commands have a tree of their own and are mapped to areas, so that none is bound to one kabupaten.</summary>
    public static IEnumerable<string> CommandsAreATreeOfTheirOwn(Ledger ledger)
    {
        var command = ledger.Tables.Single(t => t.Name == "Jurisdiction");
        var mapped = ledger.Tables.Single(t => t.Name == "JurisdictionArea");
        if (!command.Columns.Contains("ParentId")) yield return "Jurisdiction has no parent of its own";
        foreach (var column in command.Columns.Where(c => Ledger.WordsOf(c).Contains("area"))) yield return $"Jurisdiction is bound to one area by {column}";
        foreach (var column in ledger.Tables.Single(t => t.Name == "Area").Columns.Where(c => Ledger.WordsOf(c).Contains("jurisdiction"))) yield return $"Area is bound to one command by {column}";
        if (!mapped.Columns.Contains("AreaCode") || !mapped.Columns.Contains("JurisdictionId")) yield return "JurisdictionArea does not map the two";
    }

    // Which offices each kind of Terbatas is for, by the matrix of the rules (9.2).
    private static OfficeRole[] Terbatas(string subject) => subject switch
    {
        "guardplan" => [OfficeRole.Polri, OfficeRole.Tni],
        "reportcontact" => [OfficeRole.Desk],
        "briefings" => [OfficeRole.Desk, OfficeRole.Polri, OfficeRole.Tni, OfficeRole.Kpu, OfficeRole.Bawaslu],
        "guardsummary" => [OfficeRole.Desk, OfficeRole.Polri, OfficeRole.Tni],
        "bkolist" => [OfficeRole.Polri, OfficeRole.Tni],
        "satpollist" => [OfficeRole.Desk, OfficeRole.Polri],
        "strength" => [OfficeRole.Desk, OfficeRole.Polri, OfficeRole.Tni],
        "linmas" => [OfficeRole.Desk, OfficeRole.Polri, OfficeRole.Tni, OfficeRole.Kpu, OfficeRole.Camat, OfficeRole.VillageHead],
        "stationcontact" => [OfficeRole.Desk, OfficeRole.Polri, OfficeRole.Tni, OfficeRole.Kpu, OfficeRole.Camat, OfficeRole.VillageHead],
        "indicatorflag" => [OfficeRole.Polri, OfficeRole.Tni, OfficeRole.Kpu, OfficeRole.Bawaslu],
        "stationclass" => [OfficeRole.Polri, OfficeRole.Tni, OfficeRole.Kpu, OfficeRole.Bawaslu],
        _ => [],
    };

    private static bool IsOthers(string subject) => Ledger.WordsOf(subject).Intersect(["kpu", "bawaslu", "indicator", "indicatorflag", "results", "hasil"], StringComparer.Ordinal).Any()
        || subject.StartsWith("bawaslu", StringComparison.Ordinal) || subject.StartsWith("kpu", StringComparison.Ordinal);

    private static bool Owns(OfficeRole role, string subject) => role == OfficeRole.Bawaslu ? !subject.StartsWith("kpu", StringComparison.Ordinal) : role == OfficeRole.Kpu && !subject.StartsWith("bawaslu", StringComparison.Ordinal);

    private static bool OwnersAlone(IEnumerable<AccessRow> rows, string subject) =>
        rows.FirstOrDefault(r => r.Subject == subject) is { } row && row.Rights.Where(x => x.Value.HasFlag(AccessRight.Write)).All(x => Owns(x.Key, subject));

    private static bool Has(Table table, params string[] words) => table.Columns.Any(c => Ledger.WordsOf(c).Intersect(words, StringComparer.Ordinal).Any());

    private static IEnumerable<string> Named(Ledger ledger, string[] forbidden) =>
        ledger.Names().Where(n => Ledger.WordsOf(n.Name).Intersect(forbidden, StringComparer.Ordinal).Any()).Select(n => $"{n.Where} {n.Name}").Except(Known, StringComparer.Ordinal);

    // The page that says what is not done says it in these words.
    private static IEnumerable<string> Said(Ledger ledger, string[] phrases) =>
        ledger.Texts.Where(t => !t.Key.StartsWith("Limit", StringComparison.Ordinal) && phrases.Any(p => t.Words.Contains(p, StringComparison.OrdinalIgnoreCase))).Select(t => $"text {t.Key}: {t.Words}");
}
