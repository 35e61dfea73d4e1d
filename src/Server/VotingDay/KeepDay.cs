using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.VotingDay.Board;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay;

/// <summary>The Desk keeps the hours of the day, the words of its chat text, and the villages without signal.</summary>
internal sealed class KeepDay(Database database, CurrentReader current, DaySnapshots snapshots, AuditLog audit, OfficeClock clock)
{
    private const int MostGrace = 240;

    /// <summary>Whether the reader is of the Desk of that kabupaten.</summary>
    public static bool Keeps(Reader reader, DayAt day) => reader.Offices.Any(o => o.Role == OfficeRole.Desk && o.Areas.Contains(day.Kabupaten));

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> SaveAsync(DayAt day, HoursForm form, CancellationToken cancel)
    {
        if (!Keeps(await current.GetSignedInAsync(), day)) return "NotKeeping";
        if (DayTime.Minute(form.Opens) is not { } opens || DayTime.Minute(form.Counts) is not { } counts || opens >= counts || counts >= DayTime.End) return "HoursWrong";
        if (form.Grace is < 0 or > MostGrace) return "GraceWrong";
        if (Line(form.Addressee) is not { } addressee || Line(form.Closing) is not { } closing) return "ChatWordsNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var settings = await database.Set<DaySettings>().SingleOrDefaultAsync(s => s.ElectionId == day.Election.Id && s.KabupatenCode == day.Kabupaten, cancel);
        if (settings is null) database.Add(settings = new DaySettings { ElectionId = day.Election.Id, KabupatenCode = day.Kabupaten });
        (settings.OpensMinute, settings.CountsMinute, settings.GraceMinutes, settings.Addressee, settings.Closing) = (opens, counts, form.Grace, addressee, closing);
        await DoneAsync("votingday.hours", day, day.Kabupaten, string.Create(CultureInfo.InvariantCulture, $"{{\"opens\":{opens},\"counts\":{counts},\"grace\":{form.Grace}}}"), transaction, cancel);
        return null;
    }

    /// <summary>Adds or changes a village without signal. Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> SaveVillageAsync(DayAt day, VillageForm form, CancellationToken cancel)
    {
        if (!Keeps(await current.GetSignedInAsync(), day)) return "NotKeeping";
        if (form.Village is not { } village || !(await snapshots.GroundAsync(database, day, cancel)).Stations.Any(s => AreaSet.IsWithin(s, village))) return "VillageNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var known = await database.Set<QuietVillage>().SingleOrDefaultAsync(v => v.ElectionId == day.Election.Id && v.VillageCode == village, cancel);
        if (form.Remove)
        {
            if (known is null) return null;
            database.Remove(known);
        }
        else
        {
            if (Line(form.Way) is not { } way) return "WayNeeded";
            if (DayTime.Minute(form.Hour) is not { } minute) return "HourWrong";
            int? count = string.IsNullOrWhiteSpace(form.CountHour) ? null : DayTime.Minute(form.CountHour) ?? -1;
            if (count == -1) return "HourWrong";
            if (known is null) database.Add(known = new QuietVillage { ElectionId = day.Election.Id, VillageCode = village, Way = way, Minute = minute });
            (known.Way, known.Minute, known.CountMinute) = (way, minute, count);
        }

        await DoneAsync(form.Remove ? "votingday.signal" : "votingday.quiet", day, village, null, transaction, cancel);
        return null;
    }

    private async Task DoneAsync(string action, DayAt day, string area, string? details, WriteTransaction transaction, CancellationToken cancel)
    {
        await Pulses.BeatAsync(database, day.Election.Id, day.Kabupaten, cancel);
        await audit.AddAsync(action, day.Election.Code, area, details);
        Pulses.Tell(database, [area], clock.Now.ToUniversalTime());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static string? Line(string? text) => text?.ReplaceLineEndings(" ").Trim() is { Length: > 0 and <= VotingDayMapping.LongestNote } line ? line : null;

    public sealed class HoursForm
    {
        public string? Opens { get; set; }

        public string? Counts { get; set; }

        public int Grace { get; set; }

        public string? Addressee { get; set; }

        public string? Closing { get; set; }
    }

    public sealed class VillageForm
    {
        public string? Village { get; set; }

        public string? Way { get; set; }

        public string? Hour { get; set; }

        public string? CountHour { get; set; }

        public bool Remove { get; set; }
    }
}
