using Microsoft.AspNetCore.Identity;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts.Contract;

/// <summary>Asks one who is signed in for the second factor again, before something that is signed by it. Counts towards the lockout.</summary>
public sealed class StepUp(UserManager<Account> users, CurrentReader current, Database database, AuditLog audit)
{
    /// <summary>Null where the six digits are right, else <c>StepUpWrong</c> or <c>StepUpLocked</c>.</summary>
    public async Task<string?> VerifyAsync(string code)
    {
        var reader = await current.GetSignedInAsync();
        if (await users.FindByIdAsync(reader.AccountId!.Value.ToString()) is not { ClosedAt: null } account) return "StepUpWrong";
        if (await users.IsLockedOutAsync(account)) return "StepUpLocked";
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            await users.ResetAccessFailedCountAsync(account);
            return null;
        }

        await users.AccessFailedAsync(account);
        await audit.AddAsync("signin.wrong-code", account.Id.ToString());
        await database.SaveChangesAsync();
        return await users.IsLockedOutAsync(account) ? "StepUpLocked" : "StepUpWrong";
    }
}
