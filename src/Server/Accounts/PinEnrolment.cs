using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>
/// Takes up an invitation by a PIN on this very phone, for offices of a village. Such an account has no password at all,
/// and a later link moves it to another phone.
/// </summary>
internal sealed class PinEnrolment(
    Database database, InvitationLinks links, UserManager<Account> users, DeviceSignIn devices, DeviceCookie cookie, AuditLog audit, TimeProvider clock)
{
    /// <summary>Whether holders of this office may sign in by a PIN: those who have a phone and no desk.</summary>
    public static bool IsOffered(HoldingName holding) => holding.Level == OfficeLevel.Village;

    /// <summary>Null when done, and then one is signed in; else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(string token, Form form, CancellationToken cancel)
    {
        if (Pin.Problem(form.Pin) is { } wrong) return wrong;
        if (form.Pin != form.Again) return "PinsDiffer";
        Account? account;
        Device device;
        await using (var transaction = await database.BeginWriteAsync(cancel))
        {
            if (await links.FindAsync(token, cancel) is not { } invitation) return "InvitationGone";
            if (await HeldOffices.HoldingAsync(database, invitation.HoldingId, cancel) is not { } holding || !IsOffered(holding)) return "InvitationGone";
            account = invitation.AccountId is { } known ? await RecoverAsync(known, cancel) : await AddAsync(holding.PersonId);
            if (account is null) return "InvitationGone";
            var now = clock.GetUtcNow();
            device = new Device
            {
                Id = Guid.CreateVersion7(now), AccountId = account.Id, SecretDigest = cookie.Set(), Name = cookie.PhoneName, CreatedAt = now, LastUsedAt = now,
                PinHash = users.PasswordHasher.HashPassword(account, form.Pin!),
            };
            database.Add(device);
            invitation.UsedAt = now;
            await audit.AddAsync(invitation.AccountId is null ? "accounts.made" : "accounts.recovered", invitation.Id.ToString());
            await audit.AddAsync("devices.made", device.Id.ToString(), details: $"{{\"account\":\"{account.Id}\"}}");
            await database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await devices.BeginSessionAsync(account, device.Id);
        return null;
    }

    private async Task<Account?> AddAsync(Guid person)
    {
        var now = clock.GetUtcNow();
        // The name is in no head and on no paper: without a password nothing is signed in by it.
        var name = $"hp-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}";
        var account = new Account { Id = Guid.CreateVersion7(now), UserName = name, PersonId = person, CreatedAt = now };
        return (await users.CreateAsync(account)).Succeeded ? account : null;
    }

    // Whoever had the old phone, password or authenticator is out; what remains is this phone and its PIN.
    private async Task<Account?> RecoverAsync(Guid id, CancellationToken cancel)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } account) return null;
        if (account.PasswordHash is not null) await users.RemovePasswordAsync(account);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.UpdateSecurityStampAsync(account);
        await devices.RevokeAsync(id, cancel);
        return account;
    }

    public sealed class Form
    {
        public string? Pin { get; set; }

        public string? Again { get; set; }
    }
}
