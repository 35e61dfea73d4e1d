using Microsoft.AspNetCore.Identity;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts.Contract;

/// <summary>What a new account is made of.</summary>
/// <param name="Name">What is typed to sign in: letters, digits, dots, hyphens.</param>
/// <param name="Password">At least 12 characters.</param>
/// <param name="TotpKey">Key of the authenticator, base 32.</param>
/// <param name="PersonId">Whose it is.</param>
public sealed record NewAccount(string Name, string Password, string TotpKey, Guid PersonId);

/// <summary>Makes accounts with both factors set, or none.</summary>
public sealed class AccountMaker(UserManager<Account> users, Database database, TimeProvider clock)
{
    /// <summary>Inside the caller's transaction. The account's id, or the keys of what is wrong.</summary>
    public async Task<(Guid? Id, IReadOnlyList<string> Problems)> AddAsync(NewAccount wanted)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("An account is made within a transaction.");
        var now = clock.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), UserName = wanted.Name.Trim(), PersonId = wanted.PersonId, CreatedAt = now };
        var result = await users.CreateAsync(account, wanted.Password);
        if (!result.Succeeded) return (null, [.. result.Errors.Select(e => e.Code)]);
        await SetTotpAsync(account, wanted.TotpKey);
        return (account.Id, []);
    }

    /// <summary>Sets the authenticator's key; the name is the one under which Identity's own store looks for it.</summary>
    internal async Task SetTotpAsync(Account account, string totpKey)
    {
        await users.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", totpKey);
        await users.SetTwoFactorEnabledAsync(account, true);
    }

    /// <summary>Whether anybody can sign in at all.</summary>
    public bool HasAny => users.Users.Any();

    /// <summary>A new key for an authenticator app.</summary>
    public static string NewTotpKey() => Totp.NewKey();

    /// <summary>The six digits that an app with this key shows at an instant.</summary>
    public static string CodeAt(string totpKey, DateTimeOffset instant) => Totp.CodeAt(totpKey, instant);
}
