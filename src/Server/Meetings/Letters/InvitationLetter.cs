using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Meetings.Letters;

/// <summary>What the letters of a meeting share.</summary>
internal sealed record LetterFacts(
    Meeting Meeting, string Host, string Area, ImmutableArray<AgendaItem> Agenda, DateTimeOffset Starts, string Zone, DateOnly Dated, string SignerTitle, string SignerName);

/// <summary>Surat undangan: one page for each office, with the code by which it is known to be genuine.</summary>
internal static class InvitationLetter
{
    /// <summary>The letters one behind the other; a draft where the registry has not given the number.</summary>
    public static Paper Make(LetterFacts facts, IReadOnlyList<Invitation> to) =>
        new($"Undangan – {facts.Meeting.Subject}", Blocks(facts, to), facts.Meeting.InvitedAt ?? facts.Starts) { DataClass = "INTERNAL", Draft = facts.Meeting.LetterNumber is null };

    /// <summary>One letter as it goes out, and its SHA-256.</summary>
    public static (byte[] Content, string Digest) ToFile(LetterFacts facts, Invitation to)
    {
        using var pdf = new MemoryStream();
        Make(facts, [to]).Write(pdf);
        var content = pdf.ToArray();
        return (content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Where the code on the letter leads.</summary>
    public static string Address(Meeting meeting, Invitation to) => $"{meeting.LettersUrl}/surat/{to.Token}";

    /// <summary>What the code on the letter holds: of a draft, that it is one.</summary>
    public static string CodeOf(Meeting meeting, Invitation to) => meeting.LettersUrl is null ? "KONSEP" : Address(meeting, to);

    /// <summary>From when on.</summary>
    public static string Hours(LetterFacts facts) => $"{facts.Starts.ToString("HH.mm", CultureInfo.InvariantCulture)} {facts.Zone} s.d. selesai";

    public static string ModeOf(Meeting meeting) => meeting.Mode switch { MeetingMode.InPerson => "Luring", MeetingMode.Online => "Daring", _ => "Hibrida (luring dan daring)" };

    private static IEnumerable<Block> Blocks(LetterFacts facts, IReadOnlyList<Invitation> to)
    {
        for (var i = 0; i < to.Count; i++)
        {
            if (i > 0) yield return new PageBreak();
            foreach (var block in One(facts, to[i])) yield return block;
        }

        if (to.Count == 0) yield return new Paragraph("Belum ada yang diundang.");
    }

    private static IEnumerable<Block> One(LetterFacts facts, Invitation to)
    {
        var (meeting, kind) = (facts.Meeting, AgendaTitles.Of(facts.Meeting.Kind));
        yield return new Letterhead([.. HeadOf(facts)]);
        yield return new Fields(
            ("Nomor", meeting.LetterNumber ?? "(diisi TU)"),
            ("Sifat", "Penting"),
            ("Hal", $"Undangan {kind}"),
            ("Tanggal", Indonesian.Date(facts.Dated)));
        yield return new Paragraph($"Yth. {to.Title} {to.Agency}{(to.Holder is null ? "" : $"\n({to.Holder})")}\ndi tempat") { Gap = 12 };
        yield return new Paragraph(
            $"Dalam rangka {LowerFirst(meeting.Subject)}, kami mengharap kehadiran Saudara pada {kind}{(meeting.Theme is { } theme ? $" dengan tema “{theme}”" : "")} yang dilaksanakan pada:");
        yield return new Fields([.. Where(facts)]);
        if (facts.Agenda.Length > 0)
        {
            yield return new Paragraph("Acara", Bold: true);
            yield return new Table(
                [new("No", Mm: 10), new("Acara", 2), new("Oleh", 1.3f)],
                facts.Agenda.Select((a, i) => new Row((i + 1).ToString(CultureInfo.InvariantCulture), a.Title, a.Speaker ?? "–")));
        }

        yield return new Paragraph("Apabila berhalangan, Saudara dimohon menunjuk wakil dan memberitahukan nama serta jabatannya. Atas perhatian dan kehadirannya disampaikan terima kasih.");
        yield return new Together(
            new Signature("", facts.SignerTitle, facts.SignerName, ""),
            new QrCode(CodeOf(meeting, to), "Pindai untuk memeriksa keaslian surat: nomor, tanggal, hal, dan pengirim.\nTunjukkan kode ini di meja daftar hadir.", 24));
    }

    /// <summary>Where and when, as it stands on the letter.</summary>
    public static IEnumerable<(string Label, string Value)> Where(LetterFacts facts)
    {
        var meeting = facts.Meeting;
        yield return ("Hari/tanggal", Indonesian.Day(DateOnly.FromDateTime(facts.Starts.DateTime)));
        yield return ("Pukul", Hours(facts));
        yield return ("Tempat", meeting.Place);
        if (meeting.Mode == MeetingMode.InPerson) yield break;
        yield return ("Cara", ModeOf(meeting));
        if (meeting.Link is { } link) yield return ("Tautan", link);
    }

    private static IEnumerable<string> HeadOf(LetterFacts facts)
    {
        var host = facts.Host.ToUpperInvariant();
        var region = $"PEMERINTAH {facts.Area.ToUpperInvariant()}";
        if (host.StartsWith("PEMERINTAH", StringComparison.Ordinal)) return [host];
        return host.StartsWith("POL", StringComparison.Ordinal) ? ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", host]
            : host.StartsWith("KO", StringComparison.Ordinal) ? ["TENTARA NASIONAL INDONESIA ANGKATAN DARAT", host]
            : host.StartsWith("KPU", StringComparison.Ordinal) || host.StartsWith("BAWASLU", StringComparison.Ordinal) ? [host]
            : [region, host];
    }

    private static string LowerFirst(string text) =>
        // A word in capitals is an abbreviation and stays one.
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
