using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Remembered;
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
    private static readonly object ReaderKey = new();
    private static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>
    /// Turns away a cookie whose account was closed, whose password, second factor or session was reset since, or whose
    /// phone is no longer known; and notes whether the pledge is due.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<RemembersReaderAttribute>() is not null)
        {
            if (context.Principal is { } sender && await http.RequestServices.GetRequiredService<KnownSessions>().OfAsync(sender, http.RequestAborted) is { } known)
            {
                http.Items[ReaderKey] = known.Reader;
                if (known.PledgeDue) http.Items[Pledge.IsDueKey] = true;
            }
            else
            {
                context.RejectPrincipal();
            }

            return;
        }

        if (await SessionAsync(http.RequestServices.GetRequiredService<Database>(), context.Principal, http.RequestAborted) is not { } session)
        {
            context.RejectPrincipal();
            return;
        }

        http.Items[PersonKey] = session.Person;
        if (session.PledgeDue) http.Items[Pledge.IsDueKey] = true;
    }

    /// <summary>The same question outside of a request, for those who stay connected.</summary>
    public static RecheckReader Recheck(IServiceProvider services) => async (principal, cancel) =>
    {
        return await SessionOfAsync(services, principal, cancel) is { } session ? session.Reader : Reader.Nobody;
    };

    /// <summary>Whose session it is and by which offices, as the database says now; null where it has ended.</summary>
    internal static async Task<KnownSession?> SessionOfAsync(IServiceProvider services, ClaimsPrincipal principal, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        if (AccountId(principal) is not { } account || await SessionAsync(database, principal, cancel) is not { } session) return null;
        var (name, offices) = await HeldOffices.OfAsync(database, session.Person, services.GetRequiredService<OfficeClock>().Today, cancel);
        return new KnownSession(new Reader(account, name, offices, session.Person), session.PledgeDue);
    }

    /// <summary>The same for all requests of one session.</summary>
    internal static string KeyOf(ClaimsPrincipal principal) =>
        $"{principal.FindFirstValue(ClaimTypes.NameIdentifier)}|{principal.FindFirstValue(Stamp)}|{principal.FindFirstValue(DeviceSignIn.Claim)}";

    public static FindReader Find(IServiceProvider services) => async (principal, cancel) =>
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (http?.Items[ReaderKey] is Reader known) return known;
        if (AccountId(principal) is not { } account || http?.Items[PersonKey] is not Guid person) return Reader.Nobody;
        var today = services.GetRequiredService<OfficeClock>().Today;
        var (name, offices) = await HeldOffices.OfAsync(services.GetRequiredService<Database>(), person, today, cancel);
        return new Reader(account, name, offices, person);
    };

    // Whose session it is, if it still is one.
    private static async Task<(Guid Person, bool PledgeDue)?> SessionAsync(Database database, ClaimsPrincipal? principal, CancellationToken cancel)
    {
        if (AccountId(principal) is not { } id) return null;
        var stamp = principal!.FindFirstValue(Stamp);
        var phone = Guid.TryParse(principal!.FindFirstValue(DeviceSignIn.Claim), out var device) ? device : (Guid?)null;
        var account = await database.Users.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new
            {
                a.PersonId, a.SecurityStamp, a.ClosedAt, a.PledgeVersion,
                OnPhone = phone == null || database.Set<Device>().Any(d => d.Id == phone && d.AccountId == a.Id && d.RevokedAt == null && d.FailedCount < Device.MostFailures),
            })
            .SingleOrDefaultAsync(cancel);
        return account is null || account.ClosedAt is not null || account.SecurityStamp != stamp || !account.OnPhone
            ? null : (account.PersonId, account.PledgeVersion != Pledge.Version);
    }

    private static Guid? AccountId(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
