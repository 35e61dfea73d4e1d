using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>From the cookie of a request to the reader and the offices held today; asked anew at each request.</summary>
internal static class SignedInReader
{
    private static readonly object PersonKey = new();

    /// <summary>
    /// Turns away a cookie whose account was closed, whose password, second factor or session was reset since, or whose
    /// phone is no longer known; and notes whether the pledge is due.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var database = context.HttpContext.RequestServices.GetRequiredService<Database>();
        var stamp = context.Principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        var phone = Guid.TryParse(context.Principal?.FindFirstValue(DeviceSignIn.Claim), out var device) ? device : (Guid?)null;
        var account = AccountId(context.Principal) is { } id
            ? await database.Users.AsNoTracking().Where(a => a.Id == id)
                .Select(a => new
                {
                    a.PersonId, a.SecurityStamp, a.ClosedAt, a.PledgeVersion,
                    OnPhone = phone == null || database.Set<Device>().Any(d => d.Id == phone && d.AccountId == a.Id && d.RevokedAt == null && d.FailedCount < Device.MostFailures),
                })
                .SingleOrDefaultAsync(context.HttpContext.RequestAborted)
            : null;
        if (account is null || account.ClosedAt is not null || account.SecurityStamp != stamp || !account.OnPhone)
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.Items[PersonKey] = account.PersonId;
        if (account.PledgeVersion != Pledge.Version) context.HttpContext.Items[Pledge.IsDueKey] = true;
    }

    public static FindReader Find(IServiceProvider services) => async (principal, cancel) =>
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (AccountId(principal) is not { } account || http?.Items[PersonKey] is not Guid person) return Reader.Nobody;
        var today = services.GetRequiredService<OfficeClock>().Today;
        var (name, offices) = await HeldOffices.OfAsync(services.GetRequiredService<Database>(), person, today, cancel);
        return new Reader(account, name, offices);
    };

    private static Guid? AccountId(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
