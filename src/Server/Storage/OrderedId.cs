namespace TigaPilar.Server.Storage;

/// <summary>
/// Ids that sort in the order in which this process made them, also within a millisecond: what was pasted as a list comes
/// back as that list.
/// </summary>
public static class OrderedId
{
    private static long _last;

    public static Guid New()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
        }
    }
}
