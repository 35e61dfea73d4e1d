using System.Collections.Immutable;
using System.Linq.Expressions;

namespace TigaPilar.Server.Shell.Access;

/// <summary>
/// A set of areas named by their roots: each dotted code stands for itself and all below it. Matched by whole segments,
/// so that 35.1 is not in 35.10. May be empty: a battalion has no territory.
/// </summary>
public sealed class AreaSet
{
    private readonly ImmutableArray<string> _roots;

    private AreaSet(bool everywhere, ImmutableArray<string> roots)
    {
        IsEverywhere = everywhere;
        _roots = roots;
    }

    /// <summary>Every area there is: only for what has no data of a single kabupaten.</summary>
    public static AreaSet Everywhere { get; } = new(true, []);

    public static AreaSet Empty { get; } = new(false, []);

    public bool IsEverywhere { get; }

    public bool IsEmpty => !IsEverywhere && _roots.IsEmpty;

    /// <summary>The roots, none below another, in ordinal order.</summary>
    public ImmutableArray<string> Roots => _roots;

    /// <summary>The set of all areas under the given codes.</summary>
    public static AreaSet Of(params IEnumerable<string> codes)
    {
        var roots = ImmutableArray.CreateBuilder<string>();
        foreach (var code in codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!roots.Any(r => IsWithin(code, r))) roots.Add(code);
        }

        return new AreaSet(false, roots.ToImmutable());
    }

    /// <summary>The codes of the areas that hold the roots: what is told of a kabupaten concerns its kecamatan.</summary>
    public List<string> Above =>
        [.. _roots.SelectMany(r => r.Index().Where(c => c.Item == '.').Select(c => r[..c.Index])).Distinct(StringComparer.Ordinal)];

    public AreaSet Union(AreaSet other) =>
        IsEverywhere || other.IsEverywhere ? Everywhere : Of([.. _roots, .. other._roots]);

    /// <summary>Whether the area or station with this code lies in the set.</summary>
    public bool Contains(string code) => IsEverywhere || _roots.Any(r => IsWithin(code, r));

    /// <summary>Whether anything of the set lies in the area: the way down to what one may see leads through its ancestors.</summary>
    public bool Touches(string code) => Contains(code) || _roots.Any(r => IsWithin(r, code));

    /// <summary>The rows whose code lies in the set, as ranges that the primary key answers, and those that are the reader's for another reason.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> rows, Expression<Func<T, string>> code, Expression<Func<T, bool>>? others = null)
    {
        if (IsEverywhere) return rows;
        var any = others is null ? null : new Renamed(others.Parameters[0], code.Parameters[0]).Visit(others.Body);
        foreach (var root in _roots)
        {
            var one = Expression.OrElse(
                Expression.Equal(code.Body, Given(root)),
                Expression.AndAlso(Compared(code.Body, root + ".", atLeast: true), Compared(code.Body, root + "/", atLeast: false)));
            any = any is null ? one : Expression.OrElse(any, one);
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(any ?? Expression.Constant(false), code.Parameters));
    }

    /// <summary>True where <paramref name="code"/> is <paramref name="root"/> or lies below it.</summary>
    public static bool IsWithin(string code, string root) =>
        code.StartsWith(root, StringComparison.Ordinal) && (code.Length == root.Length || code[root.Length] == '.');

    private static BinaryExpression Compared(Expression code, string bound, bool atLeast)
    {
        var compare = Expression.Call(
            typeof(string), nameof(string.Compare), null, code, Given(bound));
        return atLeast
            ? Expression.GreaterThanOrEqual(compare, Expression.Constant(0))
            : Expression.LessThan(compare, Expression.Constant(0));
    }

    // As a parameter: the query is compiled once for all areas and not once for each.
    private static MemberExpression Given(string text) => Expression.Field(Expression.Constant(new Bound(text)), nameof(Bound.Text));

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private sealed class Bound(string text)
    {
        public readonly string Text = text;
    }
}
