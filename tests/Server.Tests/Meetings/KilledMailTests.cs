using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Tests.Meetings;

[Trait("Database", "each")]
public sealed class KilledMailTests
{
    [Fact]
    public async Task OfAServerThatIsKilledNoMailIsLostAndOnlyTheOneUnderWayComesTwiceUnderOneId()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var here = await Installation.CreateAsync();
        await using var drop = new MailDrop();
        await AddAsync(here, 3);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var first = Start(here, drop.Settings);
        drop.BeforeTheWord = _ =>
        {
            // The server has the second mail, and the program never hears it.
            if (drop.Received.Count != 2) return Task.CompletedTask;
            first.Kill();
            dead.TrySetResult();
            return Task.Delay(200, cancel);
        };
        await dead.Task.WaitAsync(TimeSpan.FromSeconds(60), cancel);
        await first.WaitForExitAsync(cancel);
        drop.BeforeTheWord = null;
        Assert.Equal((1, 2), (await here.AskAsync(d => d.Set<LetterMail>().CountAsync(m => m.State == MailState.Sent)), await here.AskAsync(d => d.Set<LetterMail>().CountAsync(m => m.State == MailState.Waiting))));

        // Two minutes later the try that was cut off is taken for abandoned.
        await here.AskAsync(d => d.Set<LetterMail>().Where(m => m.State == MailState.Waiting).ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAt, TimeProvider.System.GetUtcNow()), cancel));
        using var second = Start(here, drop.Settings);
        for (var i = 0; i < 600 && await here.AskAsync(d => d.Set<LetterMail>().CountAsync(m => m.State == MailState.Sent)) < 3; i++) await Task.Delay(100, cancel);
        second.Kill();
        await second.WaitForExitAsync(cancel);
        Assert.Equal([1, 1, 2], drop.Received.GroupBy(m => m.MessageId).Select(g => g.Count()).Order());
    }

    private static Task<int> AddAsync(Installation here, int letters) => here.AskAsync(async database =>
    {
        var (now, agency, meeting) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7(), Guid.CreateVersion7());
        database.Add(new Agency { Id = agency, Name = "Pemerintah Kabupaten Contoh" });
        database.Add(new Meeting
        {
            Id = meeting, Kind = MeetingKind.Joint, Subject = "Rakor contoh", AreaCode = "35.08", StartsAt = now.AddDays(3), DurationMinutes = 60, Mode = MeetingMode.InPerson, Place = "Pendopo", HostAgencyId = agency,
            ChairOfficeId = agency, SecretaryOfficeId = agency, State = MeetingState.Invited, DoorKey = "kunci", InvitedAt = now, LetterNumber = "005/0/Contoh", LettersUrl = "http://localhost",
        });
        for (var i = 0; i < letters; i++)
        {
            var id = Guid.CreateVersion7();
            database.Add(new Invitation
            {
                Id = id, MeetingId = meeting, OfficeId = id, AgencyId = agency, Title = "Camat", Agency = "Kecamatan Contoh", Level = OfficeLevel.Kecamatan, Unit = id.ToString(), Token = id.ToString("N"), LetterDigest = new string('0', 64),
            });
            database.Add(new LetterFile { InvitationId = id, Content = "%PDF-contoh"u8.ToArray() });
            database.Add(new LetterMail { InvitationId = id, Address = string.Create(CultureInfo.InvariantCulture, $"camat{i}@example.go.id"), State = MailState.Waiting, Round = 1, Tries = 0, NextAt = now });
        }

        return await database.SaveChangesAsync();
    });

    private static Process Start(Installation here, MailSettings mail)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        // The test host is a program of its own; the runtime that it runs on has dotnet three folders above.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet) { UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "TigaPilar.dll"), "--empty", "--listen", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}") })
            start.ArgumentList.Add(argument);
        start.Environment["TIGAPILAR_DATA"] = here.Folder;
        start.Environment["TIGAPILAR_DATABASE"] = here.Storage.Connection;
        start.Environment[MailSettings.Variable] = string.Create(CultureInfo.InvariantCulture, $"smtp://{mail.Host}:{mail.Port}");
        start.Environment[MailSettings.FromVariable] = mail.From.Address;
        return Process.Start(start)!;
    }
}
