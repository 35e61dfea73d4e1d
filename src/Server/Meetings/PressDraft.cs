using System.Globalization;
using System.Text;
using TigaPilar.Server.Meetings.Attendance;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Meetings;

/// <summary>
/// A draft for the region's own news site: who met when, where and why, and what was decided. A person reads and sends it.
/// Names of those in the chair come from the letter; nothing is quoted that nobody said.
/// </summary>
internal static class PressDraft
{
    public static string Write(Meeting meeting, string area, string host, DateTimeOffset starts, AttendanceCount attendance, IReadOnlyList<Decision> decisions)
    {
        var day = DateOnly.FromDateTime(starts.DateTime);
        var (kind, text) = (AgendaTitles.Of(meeting.Kind), new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"{area.ToUpperInvariant()} – {host} menggelar {kind} {Lower(meeting.Subject)}");
        if (meeting.Theme is { } theme) text.Append(CultureInfo.InvariantCulture, $" dengan tema “{theme}”");
        text.Append(CultureInfo.InvariantCulture, $" pada {Indonesian.Day(day)} di {meeting.Place}{(meeting.Mode == MeetingMode.Hybrid ? " secara hibrida" : meeting.Mode == MeetingMode.Online ? " secara daring" : "")}.");
        text.Append("\n\n");
        if (meeting.SignerTitle is { } title) text.Append(CultureInfo.InvariantCulture, $"Kegiatan dipimpin oleh {title}{(meeting.SignerName is { } name ? $", {name}" : "")}. ");
        if (attendance.UnitsPresent > 0)
        {
            var atLeast = meeting.AtLeastUnits is { } least && least > attendance.UnitsPresent ? $"setidaknya {Indonesian.Whole(least)}" : Indonesian.Whole(attendance.UnitsPresent);
            text.Append(CultureInfo.InvariantCulture, $"Hadir {atLeast} unsur dari {Indonesian.Whole(attendance.Units)} yang diundang");
            var present = attendance.Pillars.Where(p => p.Present > 0).Select(p => p.Name).ToList();
            if (present.Count > 0) text.Append(CultureInfo.InvariantCulture, $", antara lain dari {string.Join(", ", present)}");
            text.Append('.');
        }

        if (decisions.Count > 0)
        {
            text.Append("\n\nRapat menghasilkan keputusan sebagai berikut:");
            foreach (var decision in decisions) text.Append(CultureInfo.InvariantCulture, $"\n{decision.Number}. {decision.Text}");
            text.Append("\n\nHasil rapat ditindaklanjuti dengan kegiatan di lapangan.");
        }

        return text.ToString();
    }

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
