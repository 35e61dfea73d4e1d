using System.Globalization;
using System.Text;
using MimeKit;
using TigaPilar.Server.Meetings.Calendar;
using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Meetings.Mail;

/// <summary>A letter as a mail: its PDF as it went out, an entry for the calendar, and where and when in words.</summary>
internal static class LetterMessage
{
    /// <summary>The mail; its Message-ID follows from letter and round, so that a second copy is known as one.</summary>
    public static MimeMessage Of(LetterFacts facts, Invitation to, LetterMail mail, byte[] letter, MailboxAddress from, string? answersTo, DateTimeOffset now)
    {
        var (meeting, kind) = (facts.Meeting, AgendaTitles.Of(facts.Meeting.Kind));
        var body = new BodyBuilder { TextBody = Text(facts, to) };
        body.Attachments.Add("undangan.pdf", letter, new ContentType("application", "pdf"));
        body.Attachments.Add("rapat.ics", Encoding.UTF8.GetBytes(MeetingCalendar.Write([meeting], meeting.LettersUrl!, now)), ContentType.Parse("text/calendar; charset=utf-8; method=PUBLISH"));
        var message = new MimeMessage
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{to.Id:N}.{mail.Round}@{from.Address.Split('@')[1]}"),
            Subject = $"Undangan {kind}, {Indonesian.Day(DateOnly.FromDateTime(facts.Starts.DateTime))}",
            Date = now,
            Body = body.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, facts.Host, from.Address));
        if (answersTo is not null) message.ReplyTo.Add(new MailboxAddress(facts.Host, answersTo));
        message.To.Add(new MailboxAddress($"{to.Title}, {to.Agency}", mail.Address));
        // So that no machine that is away answers it.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static string Text(LetterFacts facts, Invitation to)
    {
        var meeting = facts.Meeting;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Yth. {to.Title} {to.Agency}\n");
        if (to.Holder is { } holder) text.Append(CultureInfo.InvariantCulture, $"({holder})\n");
        text.Append(CultureInfo.InvariantCulture, $"\nTerlampir undangan nomor {meeting.LetterNumber}: {AgendaTitles.Of(meeting.Kind)}, {meeting.Subject}.\n\n");
        foreach (var (label, value) in InvitationLetter.Where(facts)) text.Append(CultureInfo.InvariantCulture, $"{label}: {value}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nMohon jawab hadir, diwakili, atau berhalangan di {meeting.LettersUrl}/rapat/{meeting.Id}\n");
        text.Append(CultureInfo.InvariantCulture, $"Keaslian surat dapat diperiksa di {InvitationLetter.Address(meeting, to)}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{facts.Host}\nSurat yang sah adalah berkas PDF terlampir. Surel ini dikirim otomatis.\n");
        return text.ToString();
    }
}
