using System.Globalization;
using System.Resources;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contacts;

/// <summary>Contacts as a file: it goes out with every station, and comes back with names and numbers filled in.</summary>
internal static class ContactFile
{
    private static readonly ResourceManager Texts = new(typeof(ForcesText));
    private static readonly TableColumn Station = new("kode_tps", "tps_code", "station_code");
    private static readonly TableColumn Name = new("ketua_kpps", "nama", "name");
    private static readonly TableColumn Phone = new("hp", "no_hp", "telepon", "phone");
    private static readonly TableShape Shape = new([Station, Name, Phone], [Station, Name]);

    /// <summary>Contacts of stations that are listed, each once. A row with neither name nor number is a station still without one.</summary>
    public static SentTable<ContactEntry> Read(IFormFile file, IReadOnlySet<string> listed)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        return SentTable.Read(file, Shape, row =>
        {
            if (row[Name].IsBlank && row[Phone].IsBlank) return null;
            var sound = true;
            void Wrong(TableColumn column, string key)
            {
                row.Found(column, new FindingKind(key, Severity.Refused, Texts));
                sound = false;
            }

            var code = row[Station].Text;
            if (!listed.Contains(code)) Wrong(Station, "ContactUnknown");
            else if (!rows.TryAdd(code, row.Row)) Wrong(Station, "ContactTwice");
            if (ContactLines.Name(row[Name].Text) is not { } name) Wrong(Name, "NameNeeded");
            else if (!PastedLines.Phone(row[Phone].Phone(), out var phone)) Wrong(Phone, "PhoneWrong");
            else if (sound) return new ContactEntry(code, name, phone);
            return null;
        });
    }

    /// <summary><c>/kontak/unduh?pemilihan=&amp;di=&amp;cari=&amp;status=</c>: the list as it is filtered.</summary>
    public static async Task<IResult> DownloadAsync(
        string? pemilihan, string? di, string? cari, string? status, CurrentReader current, Database database, AuditLog audit, NameAreas names, OfficeClock clock, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(ForcesPermissions.ReadContacts);
        if (await LinmasElection.OfAsync(database, pemilihan, areas, cancel) is not { } election) return Results.NotFound();
        var rows = new ContactListQuery(pemilihan, di, cari, status, 1).Of(await ContactListQuery.AllAsync(database, election, areas, names, cancel));
        var kecamatan = await names([.. rows.Select(r => AreaCode.KecamatanOf(r.Station)).Distinct(StringComparer.Ordinal)], cancel);
        // Terbatas: names and numbers leave the house.
        await audit.AddAsync("stationcontact.download", election.Code, string.IsNullOrEmpty(di) ? null : di, string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{rows.Count}}}"));
        await database.SaveChangesAsync(cancel);
        return Workbook.Of("kontak-kpps", new Sheet(
            "Kontak KPPS",
            [new("Kode TPS", 20), new("Kecamatan", 20), new("Desa", 24), new("TPS", 7), new("Ketua KPPS", 32), new("HP", 16), new("Dihubungi", 12), new("Oleh", 32)],
            rows.Select(r => new object?[]
            {
                r.Station, kecamatan.GetValueOrDefault(AreaCode.KecamatanOf(r.Station)), r.Village, AreaCode.NumberOf(r.Station), r.Contact?.Name, r.Contact?.Phone,
                r.Contact?.ReachedAt is { } at ? DateOnly.FromDateTime(clock.Local(at).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null, r.Contact?.ReachedBy,
            })));
    }
}
