using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Tests.Access;

/// <summary>A parameter of the address: in the path or in the query.</summary>
public sealed record RouteParameter(string Name, Type Type, bool InQuery);

/// <summary>One route of the running program.</summary>
/// <param name="Methods">GET, POST.</param>
/// <param name="Pattern">As it was declared, with a leading slash.</param>
/// <param name="Permission">Of its attribute; null where it has none.</param>
/// <param name="IsPage">True for a page, false for a bare address.</param>
/// <param name="Parameters">What an address of it is made of.</param>
public sealed record Route(
    ImmutableArray<string> Methods, string Pattern, string? Permission, bool IsPage, ImmutableArray<RouteParameter> Parameters)
{
    public override string ToString() => $"{string.Join(',', Methods),-8} {Pattern,-34} {Permission ?? "(none)"}";
}

/// <summary>All routes of a program, read from itself, so that a new one can not be forgotten.</summary>
public static class Routes
{
    /// <summary>The framework's own, without permission and so open to nobody: redirects to elsewhere, files that are missing.</summary>
    public static readonly ImmutableArray<string> Framework = ["/_framework/opaque-redirect", "/{**path:file}"];

    public static ImmutableArray<Route> Of(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        var assets = endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null).ToList();
        var own = endpoints.Except(assets).Select(Read);
        var collapsed = assets.Select(a => a.Metadata.GetMetadata<RequiresAttribute>()?.PermissionName).Distinct(StringComparer.Ordinal)
            .Select(p => new Route(["GET"], "(static files)", p, IsPage: false, []));
        return [.. own.Concat(collapsed).OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => string.Join(',', r.Methods), StringComparer.Ordinal)];
    }

    /// <summary>Those that declare no permission.</summary>
    public static IEnumerable<Route> WithoutPermission(IEnumerable<Route> routes) =>
        routes.Where(r => r.Permission is null && !Framework.Contains(r.Pattern, StringComparer.Ordinal));

    private static Route Read(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        return new Route(
            [.. (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Order(StringComparer.Ordinal)],
            pattern, endpoint.Metadata.GetMetadata<RequiresAttribute>()?.PermissionName, page is not null,
            [.. InPath(endpoint), .. InQuery(endpoint, page)]);
    }

    private static IEnumerable<RouteParameter> InPath(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Select(p => new RouteParameter(
            p.Name, p.ParameterPolicies.Any(c => c.Content == "guid") ? typeof(Guid) : p.ParameterPolicies.Any(c => c.Content == "int") ? typeof(int) : typeof(string), InQuery: false));

    private static IEnumerable<RouteParameter> InQuery(RouteEndpoint endpoint, Type? page)
    {
        if (page is not null)
        {
            return page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(p => p.IsDefined(typeof(SupplyParameterFromQueryAttribute)))
                .Select(p => new RouteParameter(p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? p.Name, Bare(p.PropertyType), InQuery: true));
        }

        var handler = endpoint.Metadata.GetMetadata<MethodInfo>();
        return (handler?.GetParameters() ?? [])
            .Where(p => IsSimple(Bare(p.ParameterType)) && endpoint.RoutePattern.GetParameter(p.Name!) is null
                && !p.GetCustomAttributes().Any(a => a.GetType().Name == "FromFormAttribute"))
            .Select(p => new RouteParameter(p.Name!, Bare(p.ParameterType), InQuery: true));
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsSimple(Type type) => type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly) || type.IsPrimitive || type.IsEnum;
}
