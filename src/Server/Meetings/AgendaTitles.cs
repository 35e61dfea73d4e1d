namespace TigaPilar.Server.Meetings;

/// <summary>What a part of the agenda is called in the papers, which are written in Indonesian whoever reads the page.</summary>
internal static class AgendaTitles
{
    public static string Of(AgendaPart part) => part switch
    {
        AgendaPart.Opening => "Pembukaan",
        AgendaPart.OrganiserReport => "Laporan penyelenggara",
        AgendaPart.Briefing => "Paparan",
        AgendaPart.Directive => "Arahan pimpinan",
        AgendaPart.Discussion => "Pembahasan",
        AgendaPart.FollowUp => "Tindak lanjut rapat sebelumnya",
        _ => "Penutup",
    };

    public static string Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Joint => "Rapat Koordinasi Bersama",
        MeetingKind.CrossSector => "Rapat Koordinasi Lintas Sektoral",
        MeetingKind.Working => "Rapat Kerja",
        MeetingKind.ThreePillars => "Pertemuan Tiga Pilar",
        MeetingKind.Audience => "Audiensi",
        _ => "Deklarasi Damai",
    };
}
