using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>Takes the file that Bawaslu of a kabupaten sends: it replaces the former one whole, or nothing is changed.</summary>
internal sealed class ImportFlags(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>What was taken, or what is wrong: a key, or a file with its findings.</summary>
    public async Task<(FlagImport? Taken, string? Problem, SentTable<FlagRow>? File)> RunAsync(ElectionName election, Form form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (form.Kabupaten is not { } kabupaten || OfficeOf(reader, kabupaten) is not { } office) return (null, "FlagNotYours", null);
        if (form.File is null) return (null, "FileMissing", null);
        if (IndicatorSets.For(election) is not { } set) return (null, "FlagNoSet", null);
        var area = AreaSet.Of(kabupaten);
        var stations = await StationCodes.CodesAsync(database, election.Id, area, cancel);
        if (stations.Count == 0) return (null, "NoStations", null);
        var file = FlagFile.Read(form.File, set, stations.ToHashSet(StringComparer.Ordinal));
        if (!file.IsWhole) return (null, null, file);
        var flags = file.Rows.SelectMany(r => r.Value.Keys.Select(k => (r.Value.Station, Key: k))).OrderBy(f => f.Station, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal).ToList();
        // An empty sheet sent by mistake would sweep away what is there.
        if (flags.Count == 0) return (null, "FlagNone", null);

        await using var transaction = await database.BeginWriteAsync(cancel);
        await ElectionQueries.TakeAsync(database, election.Id, cancel);
        await area.Of(database.Set<IndicatorFlag>().Where(f => f.ElectionId == election.Id), f => f.StationCode).ExecuteDeleteAsync(cancel);
        var before = await database.Set<FlagImport>().Where(i => i.ElectionId == election.Id && i.AreaCode == kabupaten).MaxAsync(i => (int?)i.Version, cancel) ?? 0;
        var import = FlagStore.Add(database, election.Id, kabupaten, before + 1, set, flags, clock.Now, reader.AccountId!.Value, $"{reader.Name}, {office.Title}");
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', flags.Select(f => $"{f.Station};{f.Key}"))));
        await audit.AddAsync(
            "indicatorflag.import", election.Code, kabupaten,
            string.Create(CultureInfo.InvariantCulture, $"{{\"version\":{import.Version},\"flags\":{import.Flags},\"stations\":{import.Stations}}}"),
            Convert.ToHexStringLower(digest), tell: FlagPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (import, null, null);
    }

    /// <summary>The office of Bawaslu by which the reader speaks for the whole kabupaten; null without one. A kecamatan's does not.</summary>
    public static HeldOffice? OfficeOf(Reader reader, string kabupaten) =>
        AreaCode.IsKabupaten(kabupaten) ? reader.Offices.FirstOrDefault(o => o.Role == OfficeRole.Bawaslu && o.Areas.Contains(kabupaten)) : null;

    /// <summary>What Bawaslu sends.</summary>
    public sealed class Form
    {
        public string? Kabupaten { get; set; }

        public IFormFile? File { get; set; }
    }
}
