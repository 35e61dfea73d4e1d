using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Bench.Meetings;

/// <summary>
/// The whole server in a process of its own, with a kabupaten of 24 kecamatan, 24 kelurahan and 341 desa: 437 offices in 389 units.
/// Around it the villages of other kabupaten, each with a head who does not exist, until the province has 6,000.
/// </summary>
internal static class MeetingsNode
{
    public const string Area = "35.14";

    public const string Province = "35";

    /// <summary>Offices that the province writes to at once.</summary>
    public const int Villages = 6000;

    /// <summary>Who writes to all of them.</summary>
    public const string Provincial = "provinsi";

    /// <summary>Clerks of the host: they mark at the door and write the minutes.</summary>
    public const int Clerks = 8;

    public static async Task<int> RunAsync(string listen, StorageSettings storage)
    {
        await using var app = WebServer.Build(new ServerSettings(storage, listen, null));
        await StorageModule.MigrateAsync(app.Services, CancellationToken.None);
        await LoadAsync(app.Services, storage);
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        return 0;
    }

    private static async Task LoadAsync(IServiceProvider services, StorageSettings storage)
    {
        await using var scope = services.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<AccountMaker>();
        if (maker.HasAny) return;
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var made = new List<SampleAccount>();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var load = scope.ServiceProvider.GetRequiredService<LoadKabupaten>();
        if (!await load(Area, CancellationToken.None)) throw new InvalidOperationException($"The official list has no {Area}.");
        await database.SaveChangesAsync(CancellationToken.None);
        var since = new DateOnly(2020, 1, 1);
        var region = OfficeStore.AddAgency(database, "Pemerintah Kabupaten Contoh", null);
        Office(region, "Bupati", OfficeRole.Desk, OfficeLevel.Kabupaten, Area, "Bupati Contoh");
        var people = Enumerable.Range(0, Clerks).Select(i => (Account: string.Create(CultureInfo.InvariantCulture, $"petugas{i}"), Person: Office(region, string.Create(CultureInfo.InvariantCulture, $"Petugas {i}"), OfficeRole.Desk, OfficeLevel.Kabupaten, Area, $"Petugas {i} Contoh"))).ToList();
        foreach (var kecamatan in await AreaQueries.ChildrenAsync(database, Area, CancellationToken.None))
        {
            Office(OfficeStore.AddAgency(database, $"Kecamatan {kecamatan.Name}", null), "Camat", OfficeRole.Camat, OfficeLevel.Kecamatan, kecamatan.Code, $"Camat {kecamatan.Name} Contoh");
            Office(OfficeStore.AddAgency(database, $"Polsek {kecamatan.Name}", null), "Kapolsek", OfficeRole.Polri, OfficeLevel.Kecamatan, kecamatan.Code, $"Kapolsek {kecamatan.Name} Contoh");
            Office(OfficeStore.AddAgency(database, $"Koramil {kecamatan.Name}", null), "Danramil", OfficeRole.Tni, OfficeLevel.Kecamatan, kecamatan.Code, $"Danramil {kecamatan.Name} Contoh");
        }

        var villages = await AddVillagesAsync(Area, Villages);
        var above = OfficeStore.AddAgency(database, "Pemerintah Provinsi Contoh", null);
        Office(above, "Gubernur", OfficeRole.Desk, OfficeLevel.Kabupaten, Province, "Gubernur Contoh");
        people.Add((Provincial, Office(above, "Petugas Provinsi", OfficeRole.Desk, OfficeLevel.Kabupaten, Province, "Petugas Provinsi Contoh")));
        foreach (var other in OfficialAreas.Children(Province).Where(k => k.Code != Area))
        {
            if (villages == Villages) break;
            await load(other.Code, CancellationToken.None);
            await database.SaveChangesAsync(CancellationToken.None);
            villages += await AddVillagesAsync(other.Code, Villages - villages);
        }

        await database.SaveChangesAsync(CancellationToken.None);
        foreach (var (account, person) in people)
        {
            var sample = SampleAccount.New(account, account, account);
            if ((await maker.AddAsync(new NewAccount(sample.Name, sample.Password, sample.TotpKey, person))).Id is null) throw new InvalidOperationException($"No account {account}.");
            made.Add(sample);
        }

        await database.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        SampleAccountFile.Write(storage.Folder, [.. made]);

        async Task<int> AddVillagesAsync(string kabupaten, int most)
        {
            var all = await AreaQueries.VillagesAsync(database, kabupaten, CancellationToken.None);
            foreach (var village in all.Take(most))
            {
                var ward = village.Kind == AreaKind.Kelurahan;
                Office(OfficeStore.AddAgency(database, $"{(ward ? "Kelurahan" : "Desa")} {village.Name}", null), ward ? "Lurah" : "Kepala Desa", OfficeRole.VillageHead, OfficeLevel.Village, village.Code, $"Kepala {village.Name} Contoh");
            }

            return Math.Min(all.Count, most);
        }

        Guid Office(Guid agency, string title, OfficeRole role, OfficeLevel level, string area, string holder) =>
            OfficeStore.AddHolder(database, OfficeStore.AddOffice(database, agency, title, role, level, area), holder, null, since);
    }
}
