using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace TigaPilar.Server.Shell;

/// <summary>
/// Addresses are typed, cut and pasted by people. A value that its page cannot read (<c>?halaman=abc</c>) is left out, and
/// the page shows what it shows without one; the framework would answer with an error of its own. NUL, which no keyboard
/// types and PostgreSQL's text does not hold, is left out of addresses and forms alike.
/// </summary>
internal static class QueryValues
{
    private const char Nul = '\0';
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, Type Type)>> Known = new();

    public static Task LeaveOutUnreadableAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.QueryString.HasValue) return next(http);
        if (http.Request.Query.Any(q => q.Value.Any(HoldsNul)))
            http.Request.QueryString = QueryString.Create(http.Request.Query.Where(q => !q.Value.Any(HoldsNul)));
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page)
        {
            var unreadable = Known.GetOrAdd(page, Of).Where(p => http.Request.Query.TryGetValue(p.Name, out var values) && !values.All(v => IsReadable(v, p.Type)))
                .Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (unreadable.Count > 0) http.Request.QueryString = QueryString.Create(http.Request.Query.Where(q => !unreadable.Contains(q.Key)));
        }

        return next(http);
    }

    /// <summary>Stands after the check of the form's token, which has read the form.</summary>
    public static Task LeaveNulOutOfFormsAsync(HttpContext http, RequestDelegate next)
    {
        // A form whose token is wrong is refused by its page and not read here.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && http.Features.Get<IFormFeature>()?.Form is { } form && form.Any(f => f.Value.Any(HoldsNul)))
        {
            http.Request.Form = new FormCollection(
                form.ToDictionary(f => f.Key, f => new StringValues([.. f.Value.Select(v => v?.Replace($"{Nul}", "", StringComparison.Ordinal))]), StringComparer.Ordinal), form.Files);
        }

        return next(http);
    }

    private static bool HoldsNul(string? value) => value?.Contains(Nul, StringComparison.Ordinal) == true;

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
