using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>Adds to the log. The entry is saved with the change that it tells of, in the caller's transaction.</summary>
public sealed class AuditLog(Database database, CurrentReader current, TimeProvider clock)
{
    public async Task AddAsync(
        string action, string subject, string? areaCode = null, string? details = null, string? digest = null)
    {
        var reader = await current.GetAsync();
        database.Add(new AuditEntry
        {
            At = clock.GetUtcNow(),
            AccountId = reader.AccountId,
            OfficeId = reader.Offices.IsEmpty ? null : reader.Offices[0].OfficeId,
            Action = action,
            Subject = subject,
            AreaCode = areaCode,
            Details = details,
            Digest = digest,
        });
    }
}
