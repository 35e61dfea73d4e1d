using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>The phone that a request comes from, and whose it is.</summary>
internal sealed record KnownPhone(Guid Device, Guid Account, bool IsLocked);

/// <summary>Signing in on a phone that is known by its secret, with the PIN of its holder.</summary>
internal sealed class DeviceSignIn(
    Database database, SignInManager<Account> signIn, DeviceCookie cookie, AuditLog audit, TimeProvider clock)
{
    /// <summary>The claim of a session that was begun on a phone; it ends with the phone.</summary>
    public const string Claim = "tigapilar:device";

    /// <summary>This phone, locked or not; null where it is unknown or was revoked, or its account closed.</summary>
    public async Task<KnownPhone?> FindAsync(CancellationToken cancel) =>
        cookie.Digest is not { } digest ? null : await (
            from device in database.Set<Device>().AsNoTracking()
            where device.SecretDigest == digest && device.RevokedAt == null
            join account in database.Users.AsNoTracking() on device.AccountId equals account.Id
            where account.ClosedAt == null
            select new KnownPhone(device.Id, account.Id, device.FailedCount >= Device.MostFailures)).SingleOrDefaultAsync(cancel);

    /// <summary>Checks the PIN on this phone.</summary>
    public async Task<SignInOutcome> PinAsync(string pin, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } phone) return SignInOutcome.Expired;
        // The attempt is counted before it is judged: guesses sent side by side are five all the same.
        if (!await CountAsync(phone.Device, cancel)) return SignInOutcome.PhoneLocked;
        var device = await database.Set<Device>().SingleAsync(d => d.Id == phone.Device, cancel);
        var account = await database.Users.SingleAsync(a => a.Id == phone.Account, cancel);
        var right = signIn.UserManager.PasswordHasher.VerifyHashedPassword(account, device.PinHash, pin) != PasswordVerificationResult.Failed;
        if (right)
        {
            device.FailedCount = 0;
            device.LastUsedAt = clock.GetUtcNow();
        }

        await audit.AddAsync(right ? "signin.pin" : device.IsLocked ? "devices.locked" : "signin.wrong-pin", device.Id.ToString());
        await database.SaveChangesAsync(cancel);
        if (!right) return device.IsLocked ? SignInOutcome.PhoneLocked : SignInOutcome.WrongPin;
        cookie.Renew();
        await BeginSessionAsync(account, device.Id);
        return SignInOutcome.SignedIn;
    }

    public Task BeginSessionAsync(Account account, Guid device) =>
        signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(Claim, device.ToString())]);

    /// <summary>No phone of the account is known any more, within the caller's transaction; how many there were.</summary>
    public async Task<int> RevokeAsync(Guid account, CancellationToken cancel)
    {
        var devices = await database.Set<Device>().Where(d => d.AccountId == account && d.RevokedAt == null).ToListAsync(cancel);
        foreach (var device in devices)
        {
            device.RevokedAt = clock.GetUtcNow();
            await audit.AddAsync("devices.revoked", device.Id.ToString(), details: $"{{\"account\":\"{account}\"}}");
        }

        return devices.Count;
    }

    private async Task<bool> CountAsync(Guid device, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var counted = await database.Set<Device>().Where(d => d.Id == device && d.RevokedAt == null && d.FailedCount < Device.MostFailures)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.FailedCount, d => d.FailedCount + 1), cancel);
        database.ChangesRights();
        await transaction.CommitAsync(cancel);
        return counted == 1;
    }
}
