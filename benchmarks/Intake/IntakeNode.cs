using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Bench.Intake;

/// <summary>
/// The whole server in a process of its own, with the sample kabupaten and in each of its kecamatan three who report: a camat,
/// a Kapolsek and a Danramil.
/// </summary>
internal static class IntakeNode
{
    public const string Kabupaten = "35.08";

    private static readonly (string Name, OfficeRole Role)[] Reporting = [("camat", OfficeRole.Camat), ("kapolsek", OfficeRole.Polri), ("danramil", OfficeRole.Tni)];

    public static async Task<int> RunAsync(string listen, StorageSettings storage)
    {
        await using var app = WebServer.Build(new ServerSettings(storage, listen, null));
        await StorageModule.MigrateAsync(app.Services, CancellationToken.None);
        await LoadAsync(app.Services, storage);
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is not null) await Console.Out.WriteLineAsync($"says {await DurableAsync(app.Services)}");
        return 0;
    }

    /// <summary>The kecamatan in which an account of the benchmark reports.</summary>
    public static string AreaOf(string account) => account[^8..];

    public static bool IsReporter(string account) => account.StartsWith("lapor-", StringComparison.Ordinal);

    // By the connections of the server itself: what another would be told is not what this one does.
    private static async Task<string> DurableAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        await using var turn = await database.BeginWriteAsync(CancellationToken.None);
        string[] asked = database.Database.IsSqlite() ? ["PRAGMA journal_mode", "PRAGMA synchronous"] : ["SHOW fsync", "SHOW synchronous_commit"];
        var answers = new List<string>();
        foreach (var question in asked)
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // One of four questions above.
            command.CommandText = question;
#pragma warning restore CA2100
            answers.Add($"{question.Split(' ')[1]}={await command.ExecuteScalarAsync()}");
        }

        return string.Join(' ', answers);
    }

    private static async Task LoadAsync(IServiceProvider services, StorageSettings storage)
    {
        await using var scope = services.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<AccountMaker>();
        if (maker.HasAny) return;
        var all = (await scope.ServiceProvider.GetRequiredService<SampleKabupaten>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "sample"), CancellationToken.None)).ToList();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        database.ChangeTracker.Clear();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        foreach (var kecamatan in await AreaQueries.ChildrenAsync(database, Kabupaten, CancellationToken.None))
        {
            foreach (var (name, role) in Reporting)
            {
                var office = OfficeStore.AddOffice(database, OfficeStore.AddAgency(database, $"Contoh {name} {kecamatan.Code}", null), $"Contoh {name}", role, OfficeLevel.Kecamatan, kecamatan.Code);
                var person = OfficeStore.AddHolder(database, office, $"Contoh {name} {kecamatan.Name}", null, new DateOnly(2020, 1, 1));
                await database.SaveChangesAsync(CancellationToken.None);
                var account = SampleAccount.New($"lapor-{name}-{kecamatan.Code}", name, name);
                if ((await maker.AddAsync(new NewAccount(account.Name, account.Password, account.TotpKey, person))).Id is null) throw new InvalidOperationException($"No account {account.Name}.");
                all.Add(account);
            }
        }

        await database.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        SampleAccountFile.Write(storage.Folder, all);
    }
}
