using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>What the room of offices asks of this one.</summary>
internal static class OfficeAnswers
{
    public static EndSessionsOf EndSessions(IServiceProvider services) => async (person, cancel) =>
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        foreach (var account in await users.Users.Where(a => a.PersonId == person).ToListAsync(cancel))
            await users.UpdateSecurityStampAsync(account);
    };

    public static PeopleWithAccount WithAccount(IServiceProvider services) => async (people, cancel) =>
        (await services.GetRequiredService<Database>().Users.Where(a => people.Contains(a.PersonId) && a.ClosedAt == null)
            .Select(a => a.PersonId).ToListAsync(cancel)).ToHashSet();
}
