using System.Collections.Immutable;

namespace TigaPilar.Server.Shell.Access;

/// <summary>An office that the reader holds today.</summary>
/// <param name="OfficeId">Which one.</param>
/// <param name="Title">As it is shown: <c>Kabag Ops, Polres Lumajang</c>.</param>
/// <param name="Role">Column of the matrix.</param>
/// <param name="Areas">What it covers by its area or jurisdiction; may be empty.</param>
/// <param name="Leads">It heads its agency, and signs for it.</param>
/// <param name="AgencyId">The agency that it belongs to.</param>
public sealed record HeldOffice(Guid OfficeId, string Title, OfficeRole Role, AreaSet Areas, bool Leads = false, Guid AgencyId = default);

/// <summary>Who asks, and by which offices. Access follows the offices held, not the person.</summary>
/// <param name="AccountId">By which account.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Offices">What the person holds today.</param>
/// <param name="PersonId">Whose account it is: two accounts of one person are one where two people are asked for.</param>
public sealed record Reader(Guid? AccountId, string Name, ImmutableArray<HeldOffice> Offices, Guid? PersonId = null)
{
    /// <summary>Nobody: no account, no office.</summary>
    public static Reader Nobody { get; } = new(null, "", []);

    public bool May(Permission permission) => Offices.Any(o => AccessMatrix.Default.Allows(o.Role, permission));

    public bool May(string permission) => May(Permission.Parse(permission));

    /// <summary>The areas in which the reader has the permission: the union over the offices that give it.</summary>
    public AreaSet AreasOf(string permission)
    {
        var asked = Permission.Parse(permission);
        return Offices.Where(o => AccessMatrix.Default.Allows(o.Role, asked))
            .Aggregate(AreaSet.Empty, (areas, office) => areas.Union(office.Areas));
    }
}

/// <summary>The reader of this request, looked up once. Who that is comes from the offices' room.</summary>
/// <param name="find">Finds the reader by the signed-in account.</param>
/// <param name="http">The request.</param>
public sealed class CurrentReader(FindReader find, IHttpContextAccessor http)
{
    private Task<Reader>? _reader;

    public Task<Reader> GetAsync() => _reader ??= http.HttpContext is { } context
        ? find(context.User, context.RequestAborted)
        : Task.FromResult(Reader.Nobody);

    /// <summary>The reader, or an exception where the route let nobody in by mistake.</summary>
    public async Task<Reader> GetSignedInAsync() =>
        await GetAsync() is { AccountId: not null } reader ? reader : throw new InvalidOperationException("Nobody is signed in.");
}

/// <summary>Finds who a principal is, by the offices held now.</summary>
public delegate Task<Reader> FindReader(System.Security.Claims.ClaimsPrincipal principal, CancellationToken cancel);
