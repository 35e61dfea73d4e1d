using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Risk.Totals;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk;

/// <summary>Gives stations their class: by a named officer, with a reason and a last day.</summary>
internal sealed class AssessStations(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Classes hold for a year at most: then somebody looks again.</summary>
    public const int MostDays = 366;

    public const int LongestReason = 300;

    /// <summary>Each station the class that is said of it, with its own reason and last day or those of all; the number of those that got another, or the key of what is wrong. Nothing is kept then.</summary>
    public async Task<(int Changed, string? Problem)> RunAsync(
        int election, IReadOnlyDictionary<string, WantedClass> wanted, string? reason, DateOnly? until, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (wanted.Count == 0) return (0, "NoneChosen");
        var given = wanted.ToDictionary(w => w.Key, w => (w.Value.Class, Reason: (w.Value.Reason ?? reason)?.Trim() ?? "", Until: w.Value.Until ?? until ?? default), StringComparer.Ordinal);
        if (given.Values.Any(g => g.Reason.Length == 0)) return (0, "ReasonMissing");
        if (given.Values.Any(g => g.Reason.Length > LongestReason)) return (0, "ReasonLong");
        if (given.Values.Any(g => g.Until < clock.Today || g.Until > clock.Today.AddDays(MostDays))) return (0, "UntilWrong");
        var areas = reader.AreasOf(RiskPermissions.Write);
        if (wanted.Keys.Any(code => !areas.Contains(code))) return (0, "NotYours");

        await using var transaction = await database.BeginWriteAsync(cancel);
        var kabupaten = AreaSet.Of(wanted.Keys.Select(AreaCode.KabupatenOf).Distinct(StringComparer.Ordinal));
        var stations = (await ClassesInForce.OfAsync(database, election, kabupaten, clock.Today, cancel)).ToDictionary(s => s.Code, StringComparer.Ordinal);
        if (wanted.Keys.Any(code => !stations.ContainsKey(code))) return (0, "NotYours");
        var office = reader.Offices.First(o => o.Role == OfficeRole.Polri);
        var now = clock.Now;
        var changed = given.Where(w => stations[w.Key] is var is_ && (is_.Class != w.Value.Class || is_.Until != w.Value.Until || is_.Reason != w.Value.Reason)).ToList();
        database.AddRange(changed.Select(w => new StationAssessment
        {
            ElectionId = election, StationCode = w.Key, Class = w.Value.Class, Reason = w.Value.Reason, Until = w.Value.Until, At = now,
            AccountId = reader.AccountId!.Value, By = $"{reader.Name}, {office.Title}",
        }));
        if (changed.Count == 0) return (0, null);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', changed.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key};{w.Value.Class}"))));
        await audit.AddAsync(
            "stationclass.assess", election.ToString(CultureInfo.InvariantCulture), kabupaten.Roots.Length == 1 ? kabupaten.Roots[0] : null,
            string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{changed.Count}}}"), Convert.ToHexStringLower(digest), tell: RiskPermissions.Read);
        // Sums are read by offices that may not know of a single station: they are told of the kecamatan alone.
        foreach (var kecamatan in changed.Select(w => AreaCode.KecamatanOf(w.Key)).Distinct(StringComparer.Ordinal))
            database.Announce(TotalsPermissions.Read, election.ToString(CultureInfo.InvariantCulture), kecamatan, now);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (changed.Count, null);
    }

    /// <summary>The class that a form wants for each station, or what hinders it; <paramref name="found"/> is what its filter finds.</summary>
    public async Task<(IReadOnlyDictionary<string, WantedClass>? Wanted, string? Problem, SentTable<Listed>? File)> WantedAsync(
        int election, ClassFields form, IReadOnlyCollection<ClassInForce> found, CancellationToken cancel)
    {
        if (form.Whom == "file")
        {
            if (form.File is null) return (null, "FileMissing", null);
            var stations = await StationCodes.OfAsync(database, election, (await current.GetSignedInAsync()).AreasOf(RiskPermissions.Write), cancel);
            var read = ClassFile.Read(form.File, stations, clock.Today);
            return (read.IsWhole ? read.Rows.ToDictionary(r => r.Value.Code, r => r.Value.Class, StringComparer.Ordinal) : null, null, read);
        }

        if (!Enum.IsDefined(form.Class)) return (null, "NoneChosen", null);
        var codes = form.Whom == "found" ? found.Select(f => f.Code) : form.Chosen ?? [];
        return (codes.Distinct(StringComparer.Ordinal).ToDictionary(c => c, _ => new WantedClass(form.Class), StringComparer.Ordinal), null, null);
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
