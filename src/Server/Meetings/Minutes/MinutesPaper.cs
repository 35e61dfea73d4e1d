using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Meetings.Attendance;
using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Meetings.Minutes;

/// <summary>Notulen on paper: what was said, decided and objected to, who was there, who signed.</summary>
internal sealed record MinutesPaper(
    LetterFacts Facts, AttendanceCount Attendance, IReadOnlyList<Invitation> Present, IReadOnlyList<MinutesParagraph> Paragraphs, IReadOnlyList<Decision> Decisions,
    IReadOnlyList<ActionBrief> Actions, IReadOnlyList<Objection> Objections, IReadOnlyList<MinutesSignature> Signatures, DateTimeOffset MadeAt)
{
    public Paper Make() => new($"Notulen – {Facts.Meeting.Subject}", Blocks(), MadeAt)
    {
        DataClass = "INTERNAL", Draft = Signatures.Count < 2,
    };

    private IEnumerable<Block> Blocks()
    {
        var meeting = Facts.Meeting;
        yield return new Title("NOTULEN", AgendaTitles.Of(meeting.Kind), meeting.Subject);
        yield return new Fields(
            ("Hari/tanggal", Indonesian.Day(DateOnly.FromDateTime(Facts.Starts.DateTime))),
            ("Tempat", meeting.Place),
            ("Penyelenggara", Facts.Host),
            ("Pimpinan rapat", $"{Facts.SignerTitle}{(Facts.SignerName.Length > 0 ? $", {Facts.SignerName}" : "")}"),
            ("Hadir", $"{Indonesian.Whole(Attendance.UnitsPresent)} dari {Indonesian.Whole(Attendance.Units)} unit, {Indonesian.Whole(Attendance.Present)} pejabat, {Indonesian.Whole(Attendance.Represented)} diwakili"));
        foreach (var missing in Attendance.MissingPillars) yield return new Paragraph($"Tidak ada unsur {missing} yang hadir.");
        yield return new Paragraph("Jalannya rapat", Bold: true);
        if (Paragraphs.Count == 0) yield return new Paragraph("Belum ada catatan.");
        foreach (var paragraph in Paragraphs) yield return new Paragraph(paragraph.Text);
        yield return new Paragraph("Keputusan", Bold: true);
        yield return new Table(
            [new("No", Mm: 10), new("Keputusan", 2.4f), new("Pelaksana", 1.4f), new("Tenggat", 0.8f)],
            Decisions.SelectMany(Of)) { Empty = "Tidak ada keputusan." };
        if (Objections.Count > 0)
        {
            yield return new Paragraph("Catatan keberatan", Bold: true);
            foreach (var objection in Objections) yield return new Paragraph($"{objection.Agency} ({objection.By}): {objection.Text}");
        }

        if (Present.Count > 0)
        {
            yield return new Paragraph("Daftar hadir", Bold: true);
            yield return new Table(
                [new("No", Mm: 10), new("Jabatan", 1.6f), new("Nama", 1.4f), new("Pukul", Mm: 18)],
                Present.Select((p, i) => new Row(
                    (i + 1).ToString(CultureInfo.InvariantCulture), $"{p.Title}, {p.Agency}",
                    p.Delegate is { } delegated ? $"{delegated} (mewakili{(p.Holder is null ? "" : $" {p.Holder}")})" : p.Holder ?? "–",
                    p.ArrivedAt!.Value.ToOffset(Facts.Starts.Offset).ToString("HH.mm", CultureInfo.InvariantCulture))));
        }

        foreach (var part in (SignerPart[])[SignerPart.Chair, SignerPart.Secretary])
        {
            var signed = Signatures.FirstOrDefault(s => s.Part == part);
            yield return new Signature(
                signed is null ? "" : $"Disetujui dalam sistem {Indonesian.Date(DateOnly.FromDateTime(signed.At.ToOffset(Facts.Starts.Offset).DateTime))}", part == SignerPart.Chair ? "Pimpinan rapat" : "Notulis",
                signed?.Name ?? "", signed?.Office ?? "");
        }
    }

    private IEnumerable<Row> Of(Decision decision)
    {
        var actions = Actions.Where(a => a.Decision == decision.Id).ToList();
        var number = decision.Number.ToString(CultureInfo.InvariantCulture);
        if (actions.Count == 0) return [new Row(number, decision.Text, decision.NoFollowUp is { } reason ? $"Tanpa tindak lanjut: {reason}" : "–", "–")];
        return actions.Select((a, i) => new Row(
            i == 0 ? number : "", i == 0 ? decision.Text : a.Title, $"{a.Owner}{(a.Parts > 0 ? $" ({Indonesian.Whole(a.Parts)} bagian)" : "")}", a.Due is { } due ? Indonesian.Date(due) : "–"));
    }
}
