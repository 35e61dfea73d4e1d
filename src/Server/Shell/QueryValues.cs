using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace TigaPilar.Server.Shell;

/// <summary>
/// Addresses are typed, cut and pasted by people. A value that its page cannot read (<c>?halaman=abc</c>) is left out, and
/// the page shows what it shows without one; the framework would answer with an error of its own.
/// </summary>
internal static class QueryValues
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, Type Type)>> Known = new();

    public static Task LeaveOutUnreadableAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.HasValue && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page)
        {
            var unreadable = Known.GetOrAdd(page, Of).Where(p => http.Request.Query.TryGetValue(p.Name, out var values) && !values.All(v => IsReadable(v, p.Type)))
                .Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (unreadable.Count > 0) http.Request.QueryString = QueryString.Create(http.Request.Query.Where(q => !unreadable.Contains(q.Key)));
        }

        return next(http);
    }

    private static ImmutableArray<(string Name, Type Type)> Of(Type page) =>
    [
        .. from property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
           let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
           where query is not null
           select (query.Name ?? property.Name, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType),
    ];

    // As the framework reads them; it reads an empty value as none.
    private static bool IsReadable(string? value, Type type) =>
        string.IsNullOrEmpty(value) || type == typeof(string)
        || (type == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            : type == typeof(Guid) ? Guid.TryParse(value, out _)
            : type == typeof(DateOnly) ? DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _)
            : type == typeof(bool) ? bool.TryParse(value, out _)
            : throw new NotSupportedException($"A page takes a {type} from the query: say here how it is read."));
}
