using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Planning;
using TigaPilar.Server;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Bench.Feed;

/// <summary>
/// A process of its own that is the whole server, and in it writers who commit as handlers do: a transaction through the
/// write gate, with an event. Each is acknowledged on standard output once it is committed. Started by the benchmark,
/// which kills it in the middle.
/// </summary>
internal static class FeedNode
{
    private const int Writers = 4;

    public static async Task<int> RunAsync(string name, string listen, StorageSettings storage, int perSecond)
    {
        await using var app = WebServer.Build(new ServerSettings(storage, listen, null));
        await StorageModule.MigrateAsync(app.Services, CancellationToken.None);
        await LoadAsync(app.Services, storage);
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        // A line says for how many seconds to write.
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await WriteAsync(app, name, perSecond, double.Parse(line, CultureInfo.InvariantCulture));
            await Console.Out.WriteLineAsync("done");
        }

        return 0;
    }

    private static async Task LoadAsync(IServiceProvider services, StorageSettings storage)
    {
        await using var scope = services.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<AccountMaker>();
        if (maker.HasAny) return;
        var sample = await scope.ServiceProvider.GetRequiredService<SampleKabupaten>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "sample"), CancellationToken.None);
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var more = new List<SampleAccount>();
        await using (var transaction = await database.BeginWriteAsync(CancellationToken.None))
        {
            foreach (var (account, role, level, area) in ((string, OfficeRole, OfficeLevel, string)[])[("camat2", OfficeRole.Camat, OfficeLevel.Kecamatan, "35.08.06"), ("kades2", OfficeRole.VillageHead, OfficeLevel.Village, "35.08.06.2002")])
            {
                var office = OfficeStore.AddOffice(database, OfficeStore.AddAgency(database, $"Contoh {account}", null), account, role, level, area);
                var person = OfficeStore.AddHolder(database, office, $"Contoh {account}", null, new DateOnly(2020, 1, 1));
                await database.SaveChangesAsync(CancellationToken.None);
                var made = SampleAccount.New(account, account, account);
                if ((await maker.AddAsync(new NewAccount(made.Name, made.Password, made.TotpKey, person))).Id is null) throw new InvalidOperationException($"No account {account}.");
                more.Add(made);
            }

            await database.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        SampleAccountFile.Write(storage.Folder, [.. sample, .. more]);
    }

    private static async Task WriteAsync(WebApplication app, string name, int perSecond, double seconds)
    {
        var acknowledged = new BlockingCollection<string>();
        var telling = Task.Run(() =>
        {
            foreach (var line in acknowledged.GetConsumingEnumerable()) Console.Out.WriteLine(line);
        });
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var run = Guid.NewGuid().ToString("N")[..6];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new SplitMix64((ulong)writer + 7);
            // At its own time, whatever the one before took: a slow commit is not forgiven.
            for (var number = 0; ; number++)
            {
                var due = TimeSpan.FromSeconds((number + ((double)writer / Writers)) * Writers / perSecond);
                if (due.TotalSeconds > seconds) return;
                var early = due - clock.GetElapsedTime(start);
                if (early > TimeSpan.Zero) await Task.Delay(early);
                var sent = FeedTraffic.Next($"{name}{run}{writer}", number, ref random);
                await using var scope = app.Services.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<Database>();
                await using (var transaction = await database.BeginWriteAsync(CancellationToken.None))
                {
                    database.Announce(sent.Permission, sent.Subject, sent.Area, clock.GetUtcNow());
                    await database.SaveChangesAsync(CancellationToken.None);
                    await transaction.CommitAsync(CancellationToken.None);
                }

                acknowledged.Add($"ack {sent.Subject} {sent.Permission} {sent.Area ?? "*"}");
            }
        })));
        acknowledged.CompleteAdding();
        await telling;
    }
}
