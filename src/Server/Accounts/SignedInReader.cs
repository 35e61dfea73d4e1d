using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>From the cookie of a request to the reader and the offices held today; asked anew at each request.</summary>
internal static class SignedInReader
{
    private static readonly object PersonKey = new();

    /// <summary>Turns away a cookie whose account was closed or whose password, second factor or session was reset since.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (await PersonAsync(http.RequestServices.GetRequiredService<Database>(), context.Principal, http.RequestAborted) is { } person)
            http.Items[PersonKey] = person;
        else
            context.RejectPrincipal();
    }

    /// <summary>The same question outside of a request, for those who stay connected.</summary>
    public static RecheckReader Recheck(IServiceProvider services) => async (principal, cancel) =>
    {
        var database = services.GetRequiredService<Database>();
        if (AccountId(principal) is not { } account || await PersonAsync(database, principal, cancel) is not { } person) return Reader.Nobody;
        var (name, offices) = await HeldOffices.OfAsync(database, person, services.GetRequiredService<OfficeClock>().Today, cancel);
        return new Reader(account, name, offices);
    };

    public static FindReader Find(IServiceProvider services) => async (principal, cancel) =>
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (AccountId(principal) is not { } account || http?.Items[PersonKey] is not Guid person) return Reader.Nobody;
        var today = services.GetRequiredService<OfficeClock>().Today;
        var (name, offices) = await HeldOffices.OfAsync(services.GetRequiredService<Database>(), person, today, cancel);
        return new Reader(account, name, offices);
    };

    // Whose session it is, if it still is one.
    private static async Task<Guid?> PersonAsync(Database database, ClaimsPrincipal? principal, CancellationToken cancel)
    {
        var stamp = principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        var account = AccountId(principal) is { } id
            ? await database.Users.AsNoTracking().Where(a => a.Id == id)
                .Select(a => new { a.PersonId, a.SecurityStamp, a.ClosedAt }).SingleOrDefaultAsync(cancel)
            : null;
        return account is null || account.ClosedAt is not null || account.SecurityStamp != stamp ? null : account.PersonId;
    }

    private static Guid? AccountId(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
