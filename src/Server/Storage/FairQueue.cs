namespace TigaPilar.Server.Storage;

/// <summary>Whether a queue took what was brought.</summary>
internal enum Admission : byte
{
    Taken = 1,

    /// <summary>The source has as much waiting as one may.</summary>
    SourceFull = 2,

    /// <summary>All together have as much waiting as can be written soon.</summary>
    Full = 3,
}

/// <summary>A queue for each source, served in turn: who brings much waits behind himself, and not before others.</summary>
/// <param name="most">Waiting at most.</param>
/// <param name="mostOfOne">Waiting at most of one source.</param>
internal sealed class FairQueue<T>(int most, int mostOfOne) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<T>> _sources = new(StringComparer.Ordinal);
    private readonly Queue<string> _turns = new();
    private readonly AutoResetEvent _wake = new(initialState: false);
    private int _count;
    private bool _closed;

    /// <summary>How many wait.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>All of them or none.</summary>
    public Admission TryAdd(string source, IReadOnlyList<T> items)
    {
        lock (_lock)
        {
            if (_closed || _count + items.Count > most) return Admission.Full;
            if (!_sources.TryGetValue(source, out var own))
            {
                if (items.Count > mostOfOne) return Admission.SourceFull;
                _sources.Add(source, own = new Queue<T>());
                _turns.Enqueue(source);
            }
            else if (own.Count + items.Count > mostOfOne)
            {
                return Admission.SourceFull;
            }

            foreach (var item in items) own.Enqueue(item);
            _count += items.Count;
        }

        _wake.Set();
        return Admission.Taken;
    }

    /// <summary>Takes one of each source, and again, until there is nothing more or enough.</summary>
    /// <param name="into">What is taken is added here.</param>
    /// <param name="enough">Of all.</param>
    /// <param name="enoughOfOne">Of one source, so that what is taken for the others is written soon.</param>
    public void Take(List<T> into, int enough, int enoughOfOne)
    {
        lock (_lock)
        {
            for (var round = 0; round < enoughOfOne && _turns.Count > 0; round++)
            {
                for (var turns = _turns.Count; turns > 0 && into.Count < enough; turns--)
                {
                    var source = _turns.Dequeue();
                    var own = _sources[source];
                    into.Add(own.Dequeue());
                    _count--;
                    if (own.Count > 0) _turns.Enqueue(source);
                    else _sources.Remove(source);
                }
            }

            if (_count > 0) _wake.Set();
        }
    }

    /// <summary>Waits until something may be there: false once it is to end.</summary>
    public bool Wait(CancellationToken cancel) => WaitHandle.WaitAny([_wake, cancel.WaitHandle]) == 0;

    public void Dispose() => _wake.Dispose();

    /// <summary>Takes nothing more in; what still waited.</summary>
    public List<T> Close()
    {
        lock (_lock)
        {
            _closed = true;
            List<T> left = [.. _sources.Values.SelectMany(own => own)];
            _sources.Clear();
            _turns.Clear();
            _count = 0;
            return left;
        }
    }
}
