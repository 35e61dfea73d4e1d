using Microsoft.AspNetCore.Authorization;

namespace TigaPilar.Server.Shell.Access;

/// <summary>A right to one kind of data. Each room declares its own once; a route and a page name it by <see cref="RequiresAttribute"/>.</summary>
/// <param name="Subject">A row of the matrix.</param>
/// <param name="Right">Read or write.</param>
public readonly record struct Permission(string Subject, AccessRight Right)
{
    /// <summary>As it stands in attributes and in the approved list of routes: <c>stations.write</c>.</summary>
    public string Name => $"{Subject}.{(Right == AccessRight.Write ? "write" : "read")}";

    public static Permission Parse(string name)
    {
        var dot = name.LastIndexOf('.');
        return new Permission(name[..dot], name[(dot + 1)..] switch
        {
            "read" => AccessRight.Read,
            "write" => AccessRight.Write,
            _ => throw new FormatException($"\"{name}\" is no permission; expected subject.read or subject.write."),
        });
    }
}

/// <summary>
/// Says which permission a route or page needs. Without it nobody gets in. Where the matrix gives the permission to the
/// public, no account is asked.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : Attribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public string PermissionName { get; } = permission;

    public Permission Permission { get; } = Permission.Parse(permission);

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>What every route without a declared permission meets: a no.</summary>
internal sealed class MustDeclarePermission : AuthorizationHandler<MustDeclarePermission>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MustDeclarePermission requirement)
    {
        // The framework asks this also where a permission is declared, and then the declared one decides; and where there is
        // no route at all: nothing is there to be shut, and whoever mistyped an address is told that, not that they may not.
        if (context.Resource is HttpContext http && (http.GetEndpoint() is not { } route || route.Metadata.GetMetadata<RequiresAttribute>() is not null))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Decides on <see cref="RequiresAttribute"/> by the offices that the reader holds today.</summary>
internal sealed class RequiresHandler(CurrentReader current) : AuthorizationHandler<RequiresAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (AccessMatrix.Default.AllowsPublic(requirement.Permission)
            || (await current.GetAsync()).May(requirement.Permission))
            context.Succeed(requirement);
    }
}
