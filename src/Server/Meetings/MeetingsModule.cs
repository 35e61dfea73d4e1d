using TigaPilar.Server.Meetings.Attendance;
using TigaPilar.Server.Meetings.Briefings;
using TigaPilar.Server.Meetings.Calendar;
using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Meetings.Letters.Templates;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Meetings.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Meetings;

/// <summary>The rakor: asked, attended, written down, decided.</summary>
internal static class MeetingsModule
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingAccess>().AddScoped<PlanMeeting>().AddScoped<WriteAgenda>().AddScoped<InviteGroups>().AddScoped<AnswerInvitation>();
        services.AddScoped<PrintLetters>().AddScoped<CheckIn>().AddScoped<WriteMinutes>().AddScoped<TakeDecision>().AddScoped<SignMinutes>().AddScoped<CloseMeeting>().AddScoped<PrintMinutes>().AddScoped<CalendarFile>();
        services.AddScoped<CalendarFeeds>().AddScoped<KeepTemplate>().AddScoped<FillLetters>().AddScoped<LetterMails>().AddScoped<KeepBriefing>();
        services.AddSingleton<LetterQueue>().AddSingleton<MailQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<LetterQueue>());
        services.AddHostedService(provider => provider.GetRequiredService<MailQueue>());
        services.AddSingleton(new NavigationItem(12, "/rapat", "calendar-event", typeof(MeetingsText), "Navigation", MeetingsPermissions.Read));
        services.AddSingleton(new HomeSection(8, typeof(MeetingsInBrief), MeetingsPermissions.Read));
        return services;
    }

    public static void MapMeetings(this WebApplication app)
    {
        app.MapGet("/rapat/{id:guid}/undangan.pdf", (Guid id, string? wilayah, PrintLetters print, CancellationToken cancel) => print.AllAsync(id, wilayah, cancel)).Requires(MeetingsPermissions.Write);
        app.MapGet("/rapat/{id:guid}/undangan/{invitation:guid}.pdf", (Guid id, Guid invitation, PrintLetters print, HttpContext http, CancellationToken cancel) => print.OneAsync(id, invitation, http, cancel)).Requires(MeetingsPermissions.Read);
        app.MapGet("/rapat/{id:guid}/acara.ics", (Guid id, CalendarFile file, HttpContext http, CancellationToken cancel) => file.OneAsync(id, http, cancel)).Requires(MeetingsPermissions.Read);
        app.MapGet("/rapat/kalender.ics", (CalendarFile file, HttpContext http, CancellationToken cancel) => file.AllAsync(http, cancel)).Requires(MeetingsPermissions.Read);
        app.MapGet("/kalender/{Token}.ics", (string token, CalendarFeeds feeds, HttpContext http, CancellationToken cancel) => feeds.GetAsync(token, http, cancel)).Requires(MeetingsPermissions.CalendarFeed);
        app.MapGet("/rapat/naskah/contoh.docx", (FillLetters fill, HttpContext http, CancellationToken cancel) => fill.TrialAsync(http, cancel)).Requires(MeetingsPermissions.Write);
        app.MapGet("/rapat/{id:guid}/undangan.zip", (Guid id, FillLetters fill, HttpContext http, CancellationToken cancel) => fill.AllAsync(id, http, cancel)).Requires(MeetingsPermissions.Write);
        app.MapGet("/rapat/{id:guid}/undangan/{invitation:guid}.docx", (Guid id, Guid invitation, FillLetters fill, HttpContext http, CancellationToken cancel) => fill.OneAsync(id, invitation, http, cancel)).Requires(MeetingsPermissions.Write);
        app.MapGet("/rapat/{id:guid}/paparan/{briefing:guid}", (Guid id, Guid briefing, KeepBriefing keep, HttpContext http, CancellationToken cancel) => keep.DownloadAsync(id, briefing, http, cancel)).Requires(MeetingsPermissions.Read);
        app.MapGet("/rapat/{id:guid}/daftar-hadir.xlsx", (Guid id, PrintMinutes print, CancellationToken cancel) => print.AttendanceAsync(id, cancel)).Requires(MeetingsPermissions.Write);
        app.MapGet("/rapat/{id:guid}/notulen.pdf", (Guid id, PrintMinutes print, CancellationToken cancel) => print.MinutesAsync(id, cancel)).Requires(MeetingsPermissions.Read);
    }
}
