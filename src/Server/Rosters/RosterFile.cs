using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>A row of a file: who is on which shift.</summary>
internal sealed record RosterRow(DateTimeOffset Start, DateTimeOffset End, string Role, bool Standby, Guid? Office, string? Name, string? Phone);

/// <summary>A roster as a file: it goes out as it is, and comes back with shifts and people added.</summary>
internal sealed class RosterFile(Database database, RosterBoard board, KeepRoster rosters, PostOfficer officers, OfficeClock clock)
{
    private static readonly ResourceManager Texts = new(typeof(RostersText));
    private static readonly TableColumn Day = new("tanggal", "date", "hari");
    private static readonly TableColumn Starts = new("mulai", "jam_mulai", "start");
    private static readonly TableColumn Ends = new("selesai", "jam_selesai", "end");
    private static readonly TableColumn Role = new("tugas", "peran", "role");
    private static readonly TableColumn State = new("status", "siaga", "state");
    private static readonly TableColumn Office = new("jabatan", "office");
    private static readonly TableColumn Agency = new("instansi", "agency");
    private static readonly TableColumn Name = new("nama", "name");
    private static readonly TableColumn Phone = new("hp", "no_hp", "telepon", "phone");
    private static readonly TableShape Shape = new([Day, Starts, Ends, Role, State, Office, Agency, Name, Phone], [Day, Starts, Ends, Role]);

    /// <summary><c>/piket/{id}/unduh</c>; numbers for those who may read them.</summary>
    public async Task<IResult> DownloadAsync(Guid id, CancellationToken cancel)
    {
        if (await board.FindAsync(id, cancel) is null) return Results.NotFound();
        var shifts = await board.BetweenAsync(id, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancel);
        return Workbook.Of("roster-piket", new Sheet(
            "Roster", [new("Tanggal", 12), new("Mulai", 8), new("Selesai", 8), new("Tugas", 22), new("Status", 10), new("Jabatan", 30), new("Instansi", 34), new("Nama", 34), new("HP", 16), new("Konfirmasi", 18)],
            shifts.SelectMany(s => s.Posts.IsEmpty ? [Line(s, null)] : s.Posts.Select(p => Line(s, p)))));
    }

    /// <summary>Takes a file in, whole or not at all: how many were put on a shift, and what is wrong with its rows.</summary>
    public async Task<(int Posted, SentTable<RosterRow>? File)> TakeAsync(Guid id, IFormFile sent, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await rosters.OwnAsync(id, cancel) is not { } roster) return (0, null);
        var offices = await officers.OfficesAsync(roster.AreaCode, cancel);
        var file = SentTable.Read(sent, Shape, row => Read(row, roster, offices));
        if (file.Rows.IsEmpty) return (0, file);
        var shifts = await database.Set<DutyShift>().Include(s => s.Posts).Where(s => s.RosterId == id).ToDictionaryAsync(s => (s.StartsAt, s.EndsAt), cancel);
        var posted = 0;
        foreach (var (_, row) in file.Rows)
        {
            if (!shifts.TryGetValue((row.Start, row.End), out var shift)) database.Add(shifts[(row.Start, row.End)] = shift = new DutyShift { Id = OrderedId.New(), RosterId = id, StartsAt = row.Start, EndsAt = row.End });
            if (row.Office is null && row.Name is null) continue;
            var known = shift.Posts.Find(p => p.ReplacedAt is null && (row.Office is { } office ? p.OfficeId == office : p.OfficeId is null && p.Name!.Equals(row.Name, StringComparison.OrdinalIgnoreCase)));
            if (known is null)
            {
                var post = new DutyPost { Id = OrderedId.New(), ShiftId = shift.Id, Role = row.Role, IsStandby = row.Standby, OfficeId = row.Office, Name = row.Name, Phone = row.Phone };
                shift.Posts.Add(post);
                database.Add(post);
            }
            else (known.Role, known.IsStandby, known.Phone) = (row.Role, row.Standby, row.Phone ?? known.Phone);
            posted++;
        }

        // What is taken for wrong here has changed nothing: the transaction ends without being kept.
        if (shifts.Count > RostersMapping.MostShifts || shifts.Values.Any(s => s.Posts.Count > RostersMapping.MostPosts))
            return (0, new SentTable<RosterRow>([], [new RowFinding(null, null, null, new FindingKind("RowsMany", Severity.Refused, Texts))], 1));
        await rosters.DoneAsync("roster.file", roster, transaction, cancel, string.Create(CultureInfo.InvariantCulture, $"{{\"posted\":{posted}}}"));
        return (posted, file);
    }

    private RosterRow? Read(TableReader row, Roster roster, IReadOnlyList<Addressee> offices)
    {
        var sound = true;
        T? Wrong<T>(TableColumn column, string key)
        {
            row.Found(column, new FindingKind(key, Severity.Refused, Texts));
            sound = false;
            return default;
        }

        var day = row[Day].Day() ?? Wrong<DateOnly?>(Day, "RowDay");
        var starts = ShiftTimes.Time(row[Starts].Text) ?? Wrong<TimeOnly?>(Starts, "RowTime");
        var ends = ShiftTimes.Time(row[Ends].Text) ?? Wrong<TimeOnly?>(Ends, "RowTime");
        if (day < roster.From || day > roster.To.AddDays(1)) Wrong<object>(Day, "RowOutside");
        var (title, name) = (row[Office].Text, PastedLines.Name(row[Name].Text));
        var nobody = title.Length == 0 && name.Length == 0;
        var role = row[Role].Text;
        if (!nobody && role.Length is 0 or > RostersMapping.LongestRole) Wrong<object>(Role, "RowRole");
        if (name.Length > RostersMapping.LongestName) Wrong<object>(Name, "NameLong");
        if (!PastedLines.Phone(row[Phone].Phone(), out var phone)) Wrong<object>(Phone, "PhoneWrong");
        var office = title.Length == 0 ? null : offices.FirstOrDefault(o => o.Title.Equals(title, StringComparison.OrdinalIgnoreCase) && o.Agency.Equals(row[Agency].Text, StringComparison.OrdinalIgnoreCase));
        if (title.Length > 0 && office is null) Wrong<object>(Office, "RowOffice");
        if (!sound || day is not { } on || starts is not { } from || ends is not { } to) return null;
        var (start, end) = ShiftTimes.Of(on, from, to, clock.Zone);
        return new RosterRow(start, end, role, row[State].Text.StartsWith("siaga", StringComparison.OrdinalIgnoreCase) || row[State].Text.Equals("ya", StringComparison.OrdinalIgnoreCase), office?.OfficeId, office is null && !nobody ? name : null, phone);
    }

    private object?[] Line(ShiftView shift, PostView? post)
    {
        var (start, at) = (clock.Local(shift.Of.StartsAt), post?.Who.IndexOf(", ", StringComparison.Ordinal) ?? -1);
        var office = post?.Of.OfficeId is not null && at > 0;
        return
        [
            start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), start.ToString("HH.mm", CultureInfo.InvariantCulture), clock.Local(shift.Of.EndsAt).ToString("HH.mm", CultureInfo.InvariantCulture),
            post?.Of.Role, post is null ? null : post.Of.IsStandby ? "siaga" : "bertugas", office ? post!.Who[..at] : null, office ? post!.Who[(at + 2)..] : null, post?.Holder ?? post?.Of.Name, post?.Of.Phone,
            post?.Of.AcknowledgedAt is { } said ? clock.Local(said).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null,
        ];
    }
}
