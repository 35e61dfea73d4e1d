using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents.Triage;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>The Desk keeps the kinds of its kabupaten with their clocks. One that is withdrawn stays with what it was given to.</summary>
internal sealed class KeepKinds(Database database, CurrentReader current, SortReports sort, AuditLog audit)
{
    private const int MostMinutes = 60 * 24 * 30;
    private const int MostKinds = 40;

    /// <summary>The kabupaten whose kinds the reader keeps; null where he keeps none.</summary>
    public async Task<string?> KabupatenAsync() => IncidentScope.KeptKabupaten(await current.GetSignedInAsync());

    public async Task<List<IncidentKind>> AllAsync(string kabupaten, CancellationToken cancel)
    {
        await sort.KindsAsync(kabupaten, cancel);
        return await database.Set<IncidentKind>().AsNoTracking().Where(k => k.AreaCode == kabupaten).OrderBy(k => k.Withdrawn).ThenBy(k => k.Id).ToListAsync(cancel);
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong. Without an id it is new.</summary>
    public async Task<string?> RunAsync(Form form, CancellationToken cancel)
    {
        if (await KabupatenAsync() is not { } kabupaten) return "NotKeeping";
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Trim().Length > IncidentsMapping.LongestName) return "KindNameNeeded";
        if (!Enum.IsDefined(form.Weight)) return "WeightNeeded";
        if (form.AnswerMinutes is < 1 or > MostMinutes || form.SolveMinutes is < 1 or > MostMinutes || form.AnswerMinutes > form.SolveMinutes) return "MinutesWrong";
        if (form.Advice?.Trim().Length > IncidentsMapping.LongestNote) return "NoteLong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var all = await database.Set<IncidentKind>().Where(k => k.AreaCode == kabupaten).ToListAsync(cancel);
        if (all.Exists(k => k.Id != form.Id && string.Equals(k.Name, form.Name.Trim(), StringComparison.OrdinalIgnoreCase))) return "KindTwice";
        var kind = all.Find(k => k.Id == form.Id);
        if (kind is null)
        {
            if (form.Id != Guid.Empty) return "KindNeeded";
            if (all.Count >= MostKinds) return "KindsMany";
            kind = new IncidentKind { Id = OrderedId.New(), AreaCode = kabupaten, Name = "", Weight = form.Weight, AnswerMinutes = form.AnswerMinutes, SolveMinutes = form.SolveMinutes };
            database.Add(kind);
        }

        if (form.Agency is { } agency && !(await SortReports.AnsweringAsync(database, kabupaten, cancel)).Any(a => a.Id == agency)) return "AgencyNeeded";
        kind.AgencyId = form.Agency;
        (kind.Name, kind.Weight, kind.AnswerMinutes, kind.SolveMinutes, kind.Withdrawn) = (form.Name.Trim(), form.Weight, form.AnswerMinutes, form.SolveMinutes, form.Withdrawn);
        kind.Advice = string.IsNullOrWhiteSpace(form.Advice) ? null : form.Advice.Trim();
        await audit.AddAsync("incidents.kind", kind.Id.ToString(), kabupaten, string.Create(CultureInfo.InvariantCulture, $"{{\"answer\":{kind.AnswerMinutes},\"solve\":{kind.SolveMinutes}}}"), tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public Guid Id { get; set; }

        public string? Name { get; set; }

        public IncidentWeight Weight { get; set; } = IncidentWeight.Ordinary;

        public int AnswerMinutes { get; set; } = 60;

        public int SolveMinutes { get; set; } = 1440;

        public string? Advice { get; set; }

        /// <summary>Who usually answers.</summary>
        public Guid? Agency { get; set; }

        public bool Withdrawn { get; set; }
    }
}
