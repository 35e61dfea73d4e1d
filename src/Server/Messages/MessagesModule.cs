using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Messages.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Messages;

/// <summary>Between kabupaten, kecamatan and villages: appeals, questions, news, each with who has read and answered it.</summary>
internal static class MessagesModule
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddScoped<SendMessage>().AddScoped<AnswerMessage>();
        services.AddSingleton(new NavigationItem(14, "/pesan", "mail", typeof(MessagesText), "Navigation", MessagesPermissions.Read, Within: "/rapat"));
        services.AddSingleton(new HomeSection(-1, typeof(VillageDoors), MessagesPermissions.Read));
        services.AddSingleton(new HomeSection(9, typeof(MessagesInBrief), MessagesPermissions.Read));
        return services;
    }

    public static void MapMessages(this WebApplication app) =>
        app.MapGet("/pesan/{id:guid}/jawaban.xlsx", AnswersAsync).Requires(MessagesPermissions.Read);

    /// <summary>Who has read and what each answered, for the agency that sent it.</summary>
    private static async Task<IResult> AnswersAsync(Guid id, Database database, CurrentReader current, OfficeClock clock, CancellationToken cancel)
    {
        if (!await MessageAccess.Sent(database, await current.GetSignedInAsync()).AnyAsync(m => m.Id == id, cancel)) return Results.NotFound();
        var copies = await database.Set<MessageCopy>().AsNoTracking().Where(c => c.MessageId == id).OrderBy(c => c.AreaCode).ThenBy(c => c.Id).ToListAsync(cancel);
        return Workbook.Of("jawaban", new Sheet(
            "Jawaban", [new("No", 6), new("Jabatan", 44), new("Kode wilayah", 16), new("Dibaca", 20), new("Dijawab", 20), new("Jawaban", 60), new("Oleh", 40)],
            copies.Select((c, n) => new object?[] { n + 1, c.Office, c.AreaCode, At(c.SeenAt), At(c.AnsweredAt), c.Answer, c.AnsweredBy })));

        string? At(DateTimeOffset? at) => at is { } instant ? clock.Local(instant).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
