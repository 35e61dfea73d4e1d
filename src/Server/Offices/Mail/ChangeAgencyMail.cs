using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Mail;

/// <summary>Says where letters to an agency go by mail, or that they go nowhere.</summary>
internal sealed class ChangeAgencyMail(Database database, AuditLog audit)
{
    /// <summary>The agency of an office; a blank takes its address away. Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Guid office, string? typed, CancellationToken cancel)
    {
        var address = MailAddress.Clean(typed);
        if (address is null && !string.IsNullOrWhiteSpace(typed)) return "MailWrong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<Agency>().SingleOrDefaultAsync(a => a.Offices.Any(o => o.Id == office), cancel) is not { } agency) return "UnknownAgency";
        agency.Email = address;
        // The log says of which agency and not which address.
        await audit.AddAsync("agencies.mail", agency.Id.ToString(), tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Many at once, as a table brought them; how many changed.</summary>
    public async Task<int> RunAsync(IReadOnlyDictionary<Guid, string?> addresses, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var changed = 0;
        foreach (var agency in await database.Set<Agency>().ToListAsync(cancel))
        {
            if (!addresses.TryGetValue(agency.Id, out var address) || agency.Email == address) continue;
            agency.Email = address;
            changed++;
        }

        if (changed == 0) return 0;
        await audit.AddAsync("agencies.mail", "file", details: string.Create(CultureInfo.InvariantCulture, $"{{\"agencies\":{changed}}}"), tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return changed;
    }
}
