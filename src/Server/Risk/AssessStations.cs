using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk;

/// <summary>Gives stations their class: by a named officer, with a reason and a last day.</summary>
internal sealed class AssessStations(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Classes hold for a year at most: then somebody looks again.</summary>
    public const int MostDays = 366;

    /// <summary>Each station the class that is said of it; the number of those that got another, or the key of what is wrong. Nothing is kept then.</summary>
    public async Task<(int Changed, string? Problem)> RunAsync(
        int election, IReadOnlyDictionary<string, StationClass> wanted, string? reason, DateOnly? until, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (wanted.Count == 0) return (0, "NoneChosen");
        if (string.IsNullOrWhiteSpace(reason)) return (0, "ReasonMissing");
        if (reason.Length > 300) return (0, "ReasonLong");
        if (until is not { } last || last < clock.Today || last > clock.Today.AddDays(MostDays)) return (0, "UntilWrong");
        var areas = reader.AreasOf(RiskPermissions.Write);
        if (wanted.Keys.Any(code => !areas.Contains(code))) return (0, "NotYours");

        await using var transaction = await database.BeginWriteAsync(cancel);
        var kabupaten = AreaSet.Of(wanted.Keys.Select(AreaCode.KabupatenOf).Distinct(StringComparer.Ordinal));
        var stations = (await ClassesInForce.OfAsync(database, election, kabupaten, clock.Today, cancel)).ToDictionary(s => s.Code, StringComparer.Ordinal);
        if (wanted.Keys.Any(code => !stations.ContainsKey(code))) return (0, "NotYours");
        var office = reader.Offices.First(o => o.Role == OfficeRole.Polri);
        var now = clock.Now;
        var changed = wanted.Where(w => stations[w.Key] is var is_ && (is_.Class != w.Value || is_.Until != last || is_.Reason != reason.Trim())).ToList();
        database.AddRange(changed.Select(w => new StationAssessment
        {
            ElectionId = election, StationCode = w.Key, Class = w.Value, Reason = reason.Trim(), Until = last, At = now,
            AccountId = reader.AccountId!.Value, By = $"{reader.Name}, {office.Title}",
        }));
        if (changed.Count == 0) return (0, null);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', changed.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key};{w.Value}"))));
        await audit.AddAsync(
            "stationclass.assess", election.ToString(CultureInfo.InvariantCulture), kabupaten.Roots.Length == 1 ? kabupaten.Roots[0] : null,
            string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{changed.Count}}}"), Convert.ToHexStringLower(digest), tell: RiskPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (changed.Count, null);
    }

    /// <summary>The class that a form wants for each station, or what hinders it; <paramref name="found"/> is what its filter finds.</summary>
    public async Task<(IReadOnlyDictionary<string, StationClass>? Wanted, string? Problem, InputReport? Report)> WantedAsync(
        int election, ClassFields form, IReadOnlyCollection<ClassInForce> found, CancellationToken cancel)
    {
        if (form.Whom == "file")
        {
            if (form.File is null) return (null, "FileMissing", null);
            var report = new InputReport();
            return (await ReadAsync(election, form.File, report, cancel), null, report);
        }

        if (!Enum.IsDefined(form.Class)) return (null, "NoneChosen", null);
        var codes = form.Whom == "found" ? found.Select(f => f.Code) : form.Chosen ?? [];
        return (codes.Distinct(StringComparer.Ordinal).ToDictionary(c => c, _ => form.Class, StringComparer.Ordinal), null, null);
    }

    // Null with the problems where the file is not whole.
    private async Task<Dictionary<string, StationClass>?> ReadAsync(int election, IFormFile file, InputReport report, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("tigapilar-kelas-");
        try
        {
            var path = Path.Combine(folder.FullName, "kelas.csv");
            await using (var copy = File.Create(path)) await file.CopyToAsync(copy, cancel);
            return StationClasses.ReadListed(path, await StationCodes.OfAsync(database, election, (await current.GetSignedInAsync()).AreasOf(RiskPermissions.Write), cancel), report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>What an officer fills in to give classes.</summary>
public sealed class ClassFields
{
    /// <summary>chosen, found (by the filter) or file.</summary>
    public string? Whom { get; set; }

    public List<string>? Chosen { get; set; }

    public StationClass Class { get; set; }

    public DateOnly? Until { get; set; }

    public string? Reason { get; set; }

    public IFormFile? File { get; set; }
}
