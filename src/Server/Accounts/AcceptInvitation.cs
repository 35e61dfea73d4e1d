using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>What a person types to get an account: both factors at once, so that no account has only one.</summary>
public sealed class CredentialsForm
{
    public const int LongestName = 60;

    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }

    public string? Code { get; set; }

    /// <summary>The authenticator's key, sealed by us: the page that shows it and the form that brings it back must agree.</summary>
    public string? Seal { get; set; }
}

/// <summary>Makes an authenticator key travel with a form without being changed or kept.</summary>
internal sealed class TotpSeal(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("totp-enrolment").ToTimeLimitedDataProtector();

    public string Close(string key) => _protector.Protect(key, TimeSpan.FromMinutes(30));

    /// <summary>The key, or null where the seal is broken or half an hour old.</summary>
    public string? Open(string? seal)
    {
        try
        {
            return string.IsNullOrEmpty(seal) ? null : _protector.Unprotect(seal);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Makes the account of an invitation, or gives a lost one back to its owner.</summary>
internal sealed class AcceptInvitation(
    Database database, InvitationLinks links, AccountMaker maker, UserManager<Account> users, DeviceSignIn devices, TotpSeal seal, AuditLog audit, TimeProvider clock)
{
    /// <summary>What is wrong with the form, as the key of a text; null when it is well formed.</summary>
    public string? Check(CredentialsForm form, out string totpKey)
    {
        totpKey = seal.Open(form.Seal) ?? "";
        if (totpKey.Length == 0) return "EnrolmentExpired";
        if (form.Name?.Length > CredentialsForm.LongestName) return "InvalidUserName";
        if (form.Password != form.Again) return "PasswordsDiffer";
        var digits = string.Concat((form.Code ?? "").Where(char.IsAsciiDigit));
        // One step of 30 s either way: phones are seldom on time.
        var key = totpKey;
        var fits = Enumerable.Range(-1, 3).Any(step => Totp.CodeAt(key, clock.GetUtcNow().AddSeconds(30 * step)) == digits);
        return fits ? null : "WrongCode";
    }

    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is changed then.</summary>
    public async Task<string?> RunAsync(string token, CredentialsForm form, CancellationToken cancel)
    {
        if (Check(form, out var totpKey) is { } wrong) return wrong;
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await links.FindAsync(token, cancel) is not { } invitation) return "InvitationGone";
        if (await HeldOffices.HoldingAsync(database, invitation.HoldingId, cancel) is not { } holding) return "InvitationGone";
        var problem = invitation.AccountId is { } account
            ? await RecoverAsync(account, form, totpKey, cancel)
            : await AddAsync(form, totpKey, holding.PersonId);
        if (problem is not null) return problem;
        invitation.UsedAt = clock.GetUtcNow();
        await audit.AddAsync(invitation.AccountId is null ? "accounts.made" : "accounts.recovered", invitation.Id.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<string?> AddAsync(CredentialsForm form, string totpKey, Guid person)
    {
        var (id, problems) = await maker.AddAsync(new NewAccount(form.Name ?? "", form.Password ?? "", totpKey, person));
        return id is null ? Known(problems) : null;
    }

    private async Task<string?> RecoverAsync(Guid id, CredentialsForm form, string totpKey, CancellationToken cancel)
    {
        var account = await users.FindByIdAsync(id.ToString());
        if (account is null || account.ClosedAt is not null) return "InvitationGone";
        // Made on a phone it had a name that nobody knows.
        if (account.PasswordHash is null && !(await users.SetUserNameAsync(account, form.Name?.Trim())).Succeeded) return "DuplicateUserName";
        var reset = await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), form.Password ?? "");
        if (!reset.Succeeded) return Known([.. reset.Errors.Select(e => e.Code)]);
        await maker.SetTotpAsync(account, totpKey);
        await users.SetLockoutEndDateAsync(account, null);
        await users.ResetAccessFailedCountAsync(account);
        await devices.RevokeAsync(id, cancel);
        // Every session that is open elsewhere ends.
        await users.UpdateSecurityStampAsync(account);
        return null;
    }

    private static string Known(IReadOnlyList<string> problems) =>
        problems.FirstOrDefault(p => p is "DuplicateUserName" or "InvalidUserName" or "PasswordTooShort" or "PasswordRequiresUniqueChars")
        ?? "InvalidUserName";
}
