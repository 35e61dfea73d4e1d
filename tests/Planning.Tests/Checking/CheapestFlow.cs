namespace TigaPilar.Planning.Tests.Checking;

/// <summary>Cheapest of the largest flows by successive shortest paths (Bellman and Ford with a queue). Slow and plain.</summary>
internal sealed class CheapestFlow
{
    private readonly List<(int To, int Left, long Cost)> _arcs = [];
    private readonly List<List<int>> _out = [];

    public int AddNode()
    {
        _out.Add([]);
        return _out.Count - 1;
    }

    public void AddArc(int from, int to, int capacity, long cost)
    {
        // An arc and its reverse are neighbours: the partner of arc a is a ^ 1.
        _out[from].Add(_arcs.Count);
        _arcs.Add((to, capacity, cost));
        _out[to].Add(_arcs.Count);
        _arcs.Add((from, 0, -cost));
    }

    public (int Flow, long Cost) Solve(int source, int sink)
    {
        var (flow, cost) = (0, 0L);
        while (Path(source, sink) is { Count: > 0 } path)
        {
            var amount = path.Min(a => _arcs[a].Left);
            foreach (var a in path)
            {
                _arcs[a] = _arcs[a] with { Left = _arcs[a].Left - amount };
                _arcs[a ^ 1] = _arcs[a ^ 1] with { Left = _arcs[a ^ 1].Left + amount };
                cost += amount * _arcs[a].Cost;
            }

            flow += amount;
        }

        return (flow, cost);
    }

    private List<int> Path(int source, int sink)
    {
        var cost = new long[_out.Count];
        Array.Fill(cost, long.MaxValue);
        var arcTo = new int[_out.Count];
        Array.Fill(arcTo, -1);
        var waiting = new bool[_out.Count];
        cost[source] = 0;
        var open = new Queue<int>([source]);
        while (open.TryDequeue(out var at))
        {
            waiting[at] = false;
            foreach (var a in _out[at])
            {
                var (to, left, step) = _arcs[a];
                if (left <= 0 || cost[at] + step >= cost[to])
                    continue;
                (cost[to], arcTo[to]) = (cost[at] + step, a);
                if (!waiting[to])
                    open.Enqueue(to);
                waiting[to] = true;
            }
        }

        var path = new List<int>();
        for (var at = sink; arcTo[at] >= 0; at = _arcs[arcTo[at] ^ 1].To)
            path.Add(arcTo[at]);
        return path;
    }
}
