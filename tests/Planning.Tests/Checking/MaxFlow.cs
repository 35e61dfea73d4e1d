namespace TigaPilar.Planning.Tests.Checking;

/// <summary>Largest flow by Edmonds and Karp (1972): the shortest augmenting path again and again. Slow and plain.</summary>
internal sealed class MaxFlow
{
    private readonly List<(int To, int Left)> _arcs = [];
    private readonly List<List<int>> _out = [];

    public int AddNode()
    {
        _out.Add([]);
        return _out.Count - 1;
    }

    public void AddArc(int from, int to, int capacity)
    {
        // An arc and its reverse are neighbours: the partner of arc a is a ^ 1.
        _out[from].Add(_arcs.Count);
        _arcs.Add((to, capacity));
        _out[to].Add(_arcs.Count);
        _arcs.Add((from, 0));
    }

    public int Solve(int source, int sink)
    {
        var total = 0;
        while (ShortestPath(source, sink) is { Count: > 0 } path)
        {
            var amount = path.Min(a => _arcs[a].Left);
            foreach (var a in path)
            {
                _arcs[a] = (_arcs[a].To, _arcs[a].Left - amount);
                _arcs[a ^ 1] = (_arcs[a ^ 1].To, _arcs[a ^ 1].Left + amount);
            }

            total += amount;
        }

        return total;
    }

    private List<int> ShortestPath(int source, int sink)
    {
        var arcTo = new int[_out.Count];
        Array.Fill(arcTo, -1);
        var open = new Queue<int>([source]);
        while (open.TryDequeue(out var at) && arcTo[sink] < 0)
        {
            foreach (var a in _out[at])
            {
                var (to, left) = _arcs[a];
                if (left > 0 && to != source && arcTo[to] < 0)
                {
                    arcTo[to] = a;
                    open.Enqueue(to);
                }
            }
        }

        var path = new List<int>();
        for (var at = sink; arcTo[at] >= 0; at = _arcs[arcTo[at] ^ 1].To)
            path.Add(arcTo[at]);
        return path;
    }
}
