using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Rules;

/// <summary>Enters patterns, takes over a published set, withdraws one. Each answers with the key of what is wrong, or null.</summary>
internal sealed class KeepPatterns(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    public const int LongestBasis = 300;

    /// <summary>
    /// The patterns in force on a day in a kabupaten. A class that nobody entered has this program's default, so that one
    /// entered class is enough to plan by; null where nothing was entered at all.
    /// </summary>
    public static async Task<ImmutableArray<PatternRow>?> InForceAsync(Database database, string area, DateOnly day, CancellationToken cancel)
    {
        var entered = await OfAsync(database, area, cancel);
        ImmutableArray<PatternRow> rows = [.. entered.Where(e => e.WithdrawnAt is null && e.EffectiveFrom <= day).Select(e => e.Row)];
        if (rows.IsEmpty) return null;
        var missing = GuardProblem.DefaultPatterns.Where(d => rows.All(r => r.Pattern.Class != d.Class)).Select(d => new PatternRow(d, null, "baku program"));
        return PatternFile.InForce([.. rows, .. missing], day);
    }

    /// <summary>All that were ever entered for a kabupaten, the latest first.</summary>
    public static async Task<List<PatternEntry>> OfAsync(Database database, string area, CancellationToken cancel) =>
        [.. (await database.Set<PatternEntry>().AsNoTracking().Where(e => e.AreaCode == area).ToListAsync(cancel))
            .OrderByDescending(e => e.EffectiveFrom).ThenBy(e => e.For).ThenBy(e => e.MaxStations).ThenBy(e => e.Id)];

    public async Task<string?> AddAsync(string? area, Form form, CancellationToken cancel)
    {
        var (row, problem) = form.Read();
        return row is null ? problem : await SaveAsync(area, [row], cancel);
    }

    /// <summary>Enters what a file has and the kabupaten has not; null when done, also where there was nothing new.</summary>
    public async Task<string?> AddAsync(string? area, IReadOnlyCollection<PatternRow> rows, CancellationToken cancel) =>
        await SaveAsync(area, rows, cancel) is { } problem && problem != "PatternAlready" ? problem : null;

    /// <summary>Enters all rows of a published set, from a day on.</summary>
    public async Task<string?> TakeOverAsync(string? area, string? preset, DateOnly? from, CancellationToken cancel)
    {
        if (PatternPresets.All.FirstOrDefault(p => p.Name == preset) is not { } known) return "PatternPreset";
        if (from is not { } day) return "PatternWrongFrom";
        return await SaveAsync(area, [.. known.Rows.Select(r => r with { EffectiveFrom = day })], cancel);
    }

    /// <summary>An entered pattern holds no more; plans made by it stay what they are.</summary>
    public async Task<string?> WithdrawAsync(Guid id, string? reason, CancellationToken cancel)
    {
        var (reader, why) = (await current.GetSignedInAsync(), reason?.Trim() ?? "");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var entry = await database.Set<PatternEntry>().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (entry is null || !reader.AreasOf(GuardingPermissions.Write).Contains(entry.AreaCode)) return "PatternNotYours";
        if (why.Length is 0 or > LongestBasis) return "PatternReason";
        if (entry.WithdrawnAt is not null) return null;
        (entry.WithdrawnAt, entry.WithdrawnReason) = (clock.GetUtcNow(), why);
        await audit.AddAsync("guardpattern.withdraw", id.ToString(), entry.AreaCode, tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<string?> SaveAsync(string? area, IReadOnlyCollection<PatternRow> rows, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (string.IsNullOrEmpty(area) || !reader.AreasOf(GuardingPermissions.Write).Contains(area)) return "PatternNotYours";
        var office = reader.Offices.First(o => o.Role == OfficeRole.Polri);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var known = (await OfAsync(database, area, cancel)).Where(e => e.WithdrawnAt is null).Select(e => (e.EffectiveFrom, e.Row.Pattern)).ToHashSet();
        var added = rows.Where(r => known.Add((r.EffectiveFrom!.Value, r.Pattern))).ToList();
        if (added.Count == 0) return "PatternAlready";
        var now = clock.GetUtcNow();
        database.AddRange(added.Select(r => new PatternEntry
        {
            Id = OrderedId.New(), AreaCode = area, For = r.Pattern.Class, Officers = r.Pattern.Officers, MaxStations = r.Pattern.MaxStations,
            MinStations = r.Pattern.MinStations, LinmasPerStation = r.Pattern.LinmasPerStation, RadiusMetres = r.Pattern.RadiusMetres,
            EffectiveFrom = r.EffectiveFrom!.Value, LegalBasis = r.LegalBasis, At = now, AccountId = reader.AccountId!.Value, By = $"{reader.Name}, {office.Title}",
        }));
        await audit.AddAsync("guardpattern.add", area, area, string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{added.Count}}}"), tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public string? Act { get; set; }

        public string? Preset { get; set; }

        public Guid? Id { get; set; }

        public string? Reason { get; set; }

        public StationClass Class { get; set; }

        public int? Officers { get; set; }

        public int? MaxStations { get; set; }

        public int? MinStations { get; set; }

        /// <summary>As it is typed: 2 where blank.</summary>
        public string? Linmas { get; set; }

        public int? RadiusMetres { get; set; }

        public DateOnly? EffectiveFrom { get; set; }

        public string? LegalBasis { get; set; }

        /// <summary>The pattern that the form says, or the key of what is wrong with it.</summary>
        internal (PatternRow? Row, string? Problem) Read()
        {
            if (!Enum.IsDefined(Class)) return (null, "PatternClass");
            if (Officers is not (>= 1 and <= PatternFile.MostOfficers)) return (null, "PatternOfficers");
            if (MaxStations is not (>= 1 and <= PatternFile.MostStations)) return (null, "PatternMost");
            if (MinStations is { } fewest && (fewest < 1 || fewest > MaxStations)) return (null, "PatternFewest");
            // As officials write it: 1,5 and 1.5 are the same.
            var linmas = 2m;
            if (!string.IsNullOrWhiteSpace(Linmas) && (!decimal.TryParse(Linmas.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out linmas) || linmas > 1000))
                return (null, "PatternWrongLinmas");
            if (RadiusMetres is < 1 or > 100_000) return (null, "PatternWrongRadius");
            if (Class == StationClass.Khusus && MaxStations != 1) return (null, "PatternKhusus");
            if (EffectiveFrom is not { } from) return (null, "PatternWrongFrom");
            var basis = LegalBasis?.Trim() ?? "";
            if (basis.Length is 0 or > LongestBasis) return (null, "PatternWrongBasis");
            return (new PatternRow(new GuardPattern(Class, Officers.Value, MaxStations.Value, MinStations, linmas, RadiusMetres), from, basis), null);
        }
    }
}
