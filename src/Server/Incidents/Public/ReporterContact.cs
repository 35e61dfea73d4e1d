using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Public;

/// <summary>Closes what a citizen leaves here, or his page carries, with the keys of this installation, and opens it.</summary>
internal sealed class CitizenSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("citizen");

    public string? Close(string? text) => string.IsNullOrWhiteSpace(text) ? null : _protector.Protect(text.Trim());

    /// <summary>The text; null where it was not closed here, or the keys of the time are gone, and with them what they sealed.</summary>
    public string? Open(string closed)
    {
        try
        {
            return _protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>
/// How a citizen is reached who wants to be: sealed with the keys of this installation, opened by the Desk alone, each opening
/// in the log (UU 27/2022; the field's rule that reporters are protected).
/// </summary>
internal sealed class ReporterContact(Database database, CurrentReader current, AuditLog audit, CitizenSeal seal)
{
    public const int Longest = 40;

    /// <summary>As long as an answer may take.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(14);

    /// <summary>The contact, and a line in the log that it was opened; null where there is none, or the reader is not of the Desk there.</summary>
    public async Task<string?> OpenAsync(Guid report, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await reader.AreasOf(IncidentsPermissions.Contact).Of(database.Set<IncidentReport>().AsNoTracking(), r => r.AreaCode).SingleOrDefaultAsync(r => r.Id == report && r.SealedContact != null, cancel) is not { } found) return null;
        await audit.AddAsync("incidents.contact", report.ToString(), found.AreaCode);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return seal.Open(found.SealedContact!);
    }
}

/// <summary>Deletes the contacts of reporters whose time has come.</summary>
internal sealed class ForgetContacts(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetContacts> log) : RepeatedWork(scopes, TimeSpan.FromHours(1), log)
{
    /// <summary>How many went. Within the caller's transaction.</summary>
    public static Task<int> DeleteAsync(Database database, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now.ToUniversalTime();
        return database.Set<IncidentReport>().Where(r => r.SealedContact != null && r.ContactUntil < before).ExecuteUpdateAsync(s => s.SetProperty(r => r.SealedContact, (string?)null), cancel);
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => DeleteAsync(database, clock.Now, cancel);
}
