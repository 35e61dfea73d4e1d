using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(TigaPilar.Browser.Tests.LongestFirst))]

namespace TigaPilar.Browser.Tests;

/// <summary>What takes minutes begins first: at the end it would run alone, and half the machine would wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [InAPlay.Name, nameof(AccessibilityTests), InOneBrowser.Name];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName))];

    private static int Place(string name)
    {
        var place = Array.FindIndex(Long, l => name == l || name.Contains($".{l} ", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
