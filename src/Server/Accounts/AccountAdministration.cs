using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>One holder of an office and the account, if there is one.</summary>
internal sealed record AccountRow(HoldingName Holding, Account? Account, Invitation? Open, IReadOnlyList<Device> Devices);

/// <summary>What the administrator does with accounts: invite, recover, close. Never see or set a password.</summary>
internal sealed class AccountAdministration(
    Database database, InvitationLinks links, UserManager<Account> users, DeviceSignIn devices, AuditLog audit, TimeProvider clock, OfficeClock office)
{
    /// <summary>Everyone who holds an office today, by agency; narrowed by a part of the name, office or agency.</summary>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(string? words, CancellationToken cancel)
    {
        var holdings = await HeldOffices.AllAsync(database, office.Today, words, cancel);
        var people = holdings.Select(h => h.PersonId).ToList();
        var accounts = (await users.Users.AsNoTracking().Where(a => people.Contains(a.PersonId) && a.ClosedAt == null).ToListAsync(cancel))
            .ToLookup(a => a.PersonId);
        var now = clock.GetUtcNow();
        var invitations = (await database.Set<Invitation>().AsNoTracking()
            .Where(i => i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).ToListAsync(cancel)).ToLookup(i => i.HoldingId);
        var ids = accounts.SelectMany(a => a).Select(a => a.Id).ToList();
        var phones = (await database.Set<Device>().AsNoTracking().Where(d => ids.Contains(d.AccountId) && d.RevokedAt == null).ToListAsync(cancel))
            .ToLookup(d => d.AccountId);
        return
        [
            .. from holding in holdings
               let account = accounts[holding.PersonId].FirstOrDefault()
               select new AccountRow(holding, account, invitations[holding.Id].FirstOrDefault(), account is null ? [] : [.. phones[account.Id]]),
        ];
    }

    /// <summary>A new link for the holder: for an account, or back into the one there is. Null where nobody holds it today.</summary>
    public async Task<string?> InviteAsync(Guid holding, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await HeldOffices.HoldingAsync(database, holding, cancel) is not { } held) return null;
        var account = await users.Users.SingleOrDefaultAsync(a => a.PersonId == held.PersonId && a.ClosedAt == null, cancel);
        var path = await links.AddAsync(holding, account?.Id, cancel);
        await audit.AddAsync(account is null ? "accounts.invite" : "accounts.recover", holding.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return path;
    }

    /// <summary>Forgets the phones of the account and ends every session of it; false where none is known.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { } account || await devices.RevokeAsync(id, cancel) == 0) return false;
        await users.UpdateSecurityStampAsync(account);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Ends every session of the account and lets nobody in by it again; false where there is none, or it is one's own.</summary>
    public async Task<bool> CloseAsync(Guid id, Guid? own, CancellationToken cancel)
    {
        if (id == own) return false;
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } account) return false;
        account.ClosedAt = clock.GetUtcNow();
        await users.UpdateSecurityStampAsync(account);
        await audit.AddAsync("accounts.close", id.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
