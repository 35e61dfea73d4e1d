using Microsoft.AspNetCore.Authorization;

namespace TigaPilar.Server.Shell.Access;

/// <summary>Deny by default: a route without <see cref="RequiresAttribute"/> is open to nobody.</summary>
internal static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentReader>();
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new MustDeclarePermission()).Build());
        return services;
    }

    /// <summary>Declares the permission of a route.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder route, string permission)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequiresAttribute(permission));

    /// <summary>See <see cref="RemembersReaderAttribute"/>.</summary>
    public static TBuilder RemembersReader<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RemembersReaderAttribute());
}

/// <summary>
/// A route by which thousands send in the same minute: who is behind a cookie is remembered for two seconds, unless an
/// account or office was changed meanwhile. Not for anything that reads.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RemembersReaderAttribute : Attribute;
