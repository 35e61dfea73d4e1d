using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TigaPilar.Server.Storage;

/// <summary>Counts the commits of this process after which somebody may have other rights than before.</summary>
public sealed class RightsVersion
{
    private long _now;

    public long Now => Volatile.Read(ref _now);

    public void Next() => Interlocked.Increment(ref _now);
}

/// <summary>Rights follow from rows of this type: what was derived from them is asked for anew when they change.</summary>
/// <param name="by">The properties that count; all where none is named.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GivesRightsAttribute(params string[] by) : Attribute
{
    private static readonly ConcurrentDictionary<Type, GivesRightsAttribute?> Known = new();

    public IReadOnlyList<string> By { get; } = by;

    /// <summary>Whether what is about to be saved changes them.</summary>
    internal static bool AreChanged(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (Known.GetOrAdd(entry.Metadata.ClrType, static t => t.GetCustomAttribute<GivesRightsAttribute>()) is not { } gives) continue;
            if (entry.State != EntityState.Modified || gives.By.Count == 0) return true;
            // Compared: the framework marks all properties of an account at each sign-in.
            if (gives.By.Any(p => !Equals(entry.Property(p).OriginalValue, entry.Property(p).CurrentValue))) return true;
        }

        return false;
    }
}
