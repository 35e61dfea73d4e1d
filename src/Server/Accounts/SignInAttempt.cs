using Microsoft.AspNetCore.Identity;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>How far an attempt to sign in came.</summary>
internal enum SignInOutcome
{
    WrongPassword,
    WrongCode,
    LockedOut,
    Expired,
    NeedsCode,
    WrongPin,
    PhoneLocked,
    SignedIn,
}

/// <summary>Password first, then the code of the authenticator; both count towards the lockout.</summary>
internal sealed class SignInAttempt(SignInManager<Account> signIn, Database database, AuditLog audit)
{
    /// <summary>
    /// Checks name and password. An unknown name, a wrong password, a closed account, a locked one and one that has a PIN
    /// and no password answer alike.
    /// </summary>
    public async Task<SignInOutcome> PasswordAsync(string name, string password)
    {
        var account = await signIn.UserManager.FindByNameAsync(name.Trim());
        if (account is null || account.ClosedAt is not null || account.PasswordHash is null || await signIn.UserManager.IsLockedOutAsync(account))
        {
            // As slow as a real check, so that time does not tell which names exist.
            signIn.UserManager.PasswordHasher.HashPassword(Stranger, password);
            return SignInOutcome.WrongPassword;
        }

        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) return SignInOutcome.NeedsCode;
        if (result.Succeeded) throw new InvalidOperationException("An account without a second factor exists.");
        await audit.AddAsync(result.IsLockedOut ? "signin.locked" : "signin.wrong-password", account.Id.ToString());
        await database.SaveChangesAsync();
        return SignInOutcome.WrongPassword;
    }

    /// <summary>Checks the six digits for the account whose password was right.</summary>
    public async Task<SignInOutcome> CodeAsync(string code)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null) return SignInOutcome.Expired;
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false);
        var outcome = result.Succeeded ? SignInOutcome.SignedIn
            : result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.WrongCode;
        await audit.AddAsync(outcome switch
        {
            SignInOutcome.SignedIn => "signin.done",
            SignInOutcome.LockedOut => "signin.locked",
            _ => "signin.wrong-code",
        }, account.Id.ToString());
        await database.SaveChangesAsync();
        return outcome;
    }

    private static readonly Account Stranger = new() { PersonId = Guid.Empty, CreatedAt = DateTimeOffset.UnixEpoch };
}
