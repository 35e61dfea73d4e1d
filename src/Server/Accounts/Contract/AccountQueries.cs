using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts.Contract;

/// <summary>What other rooms ask of the accounts.</summary>
public static class AccountQueries
{
    /// <summary>Whether the account is there and was not closed.</summary>
    public static Task<bool> IsOpenAsync(Database database, Guid account, CancellationToken cancel) =>
        database.Users.AnyAsync(a => a.Id == account && a.ClosedAt == null, cancel);
}
