using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>A page that is open before the pledge is given.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforePledgeAttribute : Attribute;

/// <summary>The pledge of neutrality, given once for each version of its text before anything else is opened.</summary>
internal sealed class Pledge(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    /// <summary>The text that is asked for now. Where its sense changes it gets the next number, and all are asked anew.</summary>
    public const int Version = 1;

    /// <summary>Under which a request carries that its account has not given it.</summary>
    public static readonly object IsDueKey = new();

    private const string Page = "/ikrar";

    /// <summary>When the present version was given; null where it was not.</summary>
    public async Task<DateTimeOffset?> GivenAtAsync(CancellationToken cancel)
    {
        var id = (await current.GetSignedInAsync()).AccountId;
        return await database.Users.AsNoTracking().Where(a => a.Id == id && a.PledgeVersion == Version).Select(a => a.PledgedAt).SingleOrDefaultAsync(cancel);
    }

    public async Task GiveAsync(CancellationToken cancel)
    {
        var id = (await current.GetSignedInAsync()).AccountId;
        await using var transaction = await database.BeginWriteAsync(cancel);
        var account = await database.Users.SingleAsync(a => a.Id == id, cancel);
        if (account.PledgeVersion == Version) return;
        (account.PledgeVersion, account.PledgedAt) = (Version, clock.GetUtcNow());
        await audit.AddAsync("accounts.pledge", account.Id.ToString(), details: $"{{\"version\":{Version}}}");
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Until it is given, only what is open to the public is: signing out, the language, the page of limits. A page that
    /// is asked for leads to the pledge; anything else is refused.
    /// </summary>
    public static Task AskAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        if (!context.Items.ContainsKey(IsDueKey) || endpoint is null || IsOpen(endpoint)) return next(context);
        if (HttpMethods.IsGet(context.Request.Method) && IsPage(context.Request))
            context.Response.Redirect($"{Page}?kembali={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Browsers ask for pages by that name; scripts for what the map shows do not.
    private static bool IsPage(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static bool IsOpen(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<BeforePledgeAttribute>() is not null
        || (endpoint.Metadata.GetMetadata<RequiresAttribute>() is { } requires && AccessMatrix.Default.AllowsPublic(requires.Permission));
}
