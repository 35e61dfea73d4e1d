using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Meetings.Attendance;
using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Minutes;

/// <summary>Minutes and attendance list as files.</summary>
internal sealed class PrintMinutes(Database database, MeetingAccess access, NameAreas names, OfficeClock clock)
{
    /// <summary><c>/rapat/{id}/notulen.pdf</c>: for all who may open the meeting.</summary>
    public async Task<IResult> MinutesAsync(Guid id, CancellationToken cancel)
    {
        if (await access.FindAsync(id, cancel) is not { } meeting) return Results.NotFound();
        var invitations = await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == id).OrderBy(i => i.Level).ThenBy(i => i.AreaCode).ThenBy(i => i.Id).ToListAsync(cancel);
        var decisions = await database.Set<Decision>().AsNoTracking().Where(d => d.MeetingId == id).OrderBy(d => d.Number).ToListAsync(cancel);
        var paper = new MinutesPaper(
            await LetterQueue.FactsAsync(database, names, meeting, clock, cancel),
            AttendanceCount.Of(invitations, await PillarNames.AllAsync(database, cancel)),
            invitations.FindAll(i => i.IsPresent),
            await database.Set<MinutesParagraph>().AsNoTracking().Where(p => p.MeetingId == id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel),
            decisions,
            await ActionStore.OfDecisionsAsync(database, [.. decisions.Select(d => d.Id)], clock, cancel),
            await database.Set<Objection>().AsNoTracking().Where(o => o.MeetingId == id).OrderBy(o => o.At).ToListAsync(cancel),
            await database.Set<MinutesSignature>().AsNoTracking().Where(s => s.MeetingId == id).ToListAsync(cancel),
            clock.Now);
        return PdfFile.Of(paper.Make(), "notulen.pdf");
    }

    /// <summary><c>/rapat/{id}/daftar-hadir.xlsx</c>: who was asked, what each answered, who came.</summary>
    public async Task<IResult> AttendanceAsync(Guid id, CancellationToken cancel)
    {
        if (await access.FindOwnAsync(id, cancel) is null) return Results.NotFound();
        var invitations = await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == id).OrderBy(i => i.Level).ThenBy(i => i.AreaCode).ThenBy(i => i.Id).ToListAsync(cancel);
        var pillars = (await PillarNames.AllAsync(database, cancel)).ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal);
        return Workbook.Of("daftar-hadir", new Sheet(
            "Daftar hadir", [new("No", 6), new("Jabatan", 24), new("Instansi", 32), new("Pejabat", 32), new("Pilar", 20), new("Jawaban", 16), new("Diwakili oleh", 32), new("Hadir", 8), new("Pukul", 10), new("Cara", 14)],
            invitations.Select((i, n) => new object?[]
            {
                n + 1, i.Title, i.Agency, i.Holder, i.Pillar is { } pillar ? pillars.GetValueOrDefault(pillar) : null, AnswerWord(i.Answer), i.Delegate, i.IsPresent ? "ya" : "tidak",
                i.ArrivedAt is { } at ? clock.Local(at).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture) : null, WayWord(i.Arrived),
            })));
    }

    private static string? AnswerWord(InvitationAnswer answer) => answer switch
    {
        InvitationAnswer.Comes => "hadir",
        InvitationAnswer.Represented => "diwakili",
        InvitationAnswer.DoesNotCome => "tidak hadir",
        _ => null,
    };

    private static string? WayWord(ArrivalWay? way) => way switch
    {
        ArrivalWay.Door => "kode pintu",
        ArrivalWay.Screen => "kode layar",
        ArrivalWay.Letter => "kode surat",
        ArrivalWay.Hand => "dicatat",
        _ => null,
    };
}
