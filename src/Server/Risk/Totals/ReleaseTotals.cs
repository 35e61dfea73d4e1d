using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Totals;

/// <summary>Clearance: an officer of Polri over the whole kabupaten makes the totals of the day public, and takes them back.</summary>
internal sealed class ReleaseTotals(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    public const int LongestReason = 300;

    /// <summary>The office by which the reader may release for the whole kabupaten; null without one. A Polsek does not.</summary>
    public static HeldOffice? OfficeOf(Reader reader, string kabupaten) =>
        AreaCode.IsKabupaten(kabupaten) ? reader.Offices.FirstOrDefault(o => o.Role == OfficeRole.Polri && o.Areas.Contains(kabupaten)) : null;

    /// <summary>Releases the totals as they stand; null when done, else the key of what is wrong.</summary>
    public Task<string?> RunAsync(int election, Form form, CancellationToken cancel) => OnAsync(election, form, "classtotals.release", async (reader, office, kabupaten, reason) =>
    {
        var totals = await ClassTotals.OfAsync(database, election, AreaSet.Of(kabupaten), clock.Today, cancel);
        if (totals.Count == 0) return (null, "NoStations");
        database.Add(new ClassRelease
        {
            ElectionId = election, AreaCode = kabupaten, Day = clock.Today, At = clock.Now, AccountId = reader.AccountId!.Value,
            By = $"{reader.Name}, {office.Title}", Office = office.Title, Reason = reason,
            Totals = totals.ConvertAll(t => new ReleasedTotals
            {
                AreaCode = t.Area, Stations = t.Stations, KurangRawan = t.KurangRawan, Rawan = t.Rawan, SangatRawan = t.SangatRawan, Khusus = t.Khusus,
            }),
        });
        return (string.Join('\n', totals.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Area};{t.Stations};{t.KurangRawan};{t.Rawan};{t.SangatRawan};{t.Khusus}"))), null);
    }, cancel);

    /// <summary>Withdraws what is public.</summary>
    public Task<string?> WithdrawAsync(int election, Form form, CancellationToken cancel) => OnAsync(election, form, "classtotals.withdraw", async (reader, office, kabupaten, reason) =>
    {
        var last = await database.Set<ClassRelease>().Where(r => r.ElectionId == election && r.AreaCode == kabupaten).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        if (last is null or { WithdrawnAt: not null }) return (null, "NotReleased");
        (last.WithdrawnAt, last.WithdrawnBy, last.WithdrawnReason) = (clock.Now, $"{reader.Name}, {office.Title}", reason);
        return (last.Id.ToString(CultureInfo.InvariantCulture), null);
    }, cancel);

    // What is done gives the text whose digest stands in the log, or what is wrong.
    private async Task<string?> OnAsync(
        int election, Form form, string action, Func<Reader, HeldOffice, string, string, Task<(string? Done, string? Problem)>> change, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (form.Kabupaten is not { } kabupaten || OfficeOf(reader, kabupaten) is not { } office) return "ReleaseNotYours";
        if (form.Reason?.Trim() is not { Length: > 0 } reason) return "ReasonMissing";
        if (reason.Length > LongestReason) return "ReasonLong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        await ElectionQueries.TakeAsync(database, election, cancel);
        var (done, problem) = await change(reader, office, kabupaten, reason);
        if (done is null) return problem;
        await audit.AddAsync(
            action, election.ToString(CultureInfo.InvariantCulture), kabupaten, digest: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(done))), tell: TotalsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What the officer fills in.</summary>
    public sealed class Form
    {
        public string? Kabupaten { get; set; }

        public string? Reason { get; set; }
    }
}
