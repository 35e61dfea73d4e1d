using TigaPilar.Server.Meetings.Attendance;
using TigaPilar.Server.Meetings.Letters;
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
        services.AddSingleton<LetterQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<LetterQueue>());
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
        app.MapGet("/rapat/{id:guid}/daftar-hadir.xlsx", (Guid id, PrintMinutes print, CancellationToken cancel) => print.AttendanceAsync(id, cancel)).Requires(MeetingsPermissions.Write);
        app.MapGet("/rapat/{id:guid}/notulen.pdf", (Guid id, PrintMinutes print, CancellationToken cancel) => print.MinutesAsync(id, cancel)).Requires(MeetingsPermissions.Read);
    }
}
