using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>From the ids of the log to names, for those who may see them.</summary>
internal static class AccountNames
{
    public static NameReaders Find(IServiceProvider services) => async (accounts, offices, cancel) =>
    {
        var database = services.GetRequiredService<Database>();
        var persons = await database.Users.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PersonId, cancel);
        var names = await OfficeNames.OfPeopleAsync(database, persons.Values, cancel);
        return (
            persons.Where(p => names.ContainsKey(p.Value)).ToDictionary(p => p.Key, p => names[p.Value]),
            await OfficeNames.OfOfficesAsync(database, offices, cancel));
    };
}
