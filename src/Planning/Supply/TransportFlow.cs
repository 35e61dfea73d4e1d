using Google.OrTools.Graph;

namespace TigaPilar.Planning.Supply;

/// <summary>
/// A transport problem: homes with so many people, places that need so many, and permitted ways with a cost per person.
/// Solved exactly: as many as possible are sent (maximum flow), and among all such ways the cheapest is taken.
/// </summary>
internal sealed class TransportFlow : IDisposable
{
    private readonly MinCostFlow _flow = new();
    private readonly List<(int Home, int Place)> _ways = [];
    private readonly List<int> _supply = [];
    private readonly List<int> _need = [];

    /// <summary>A home with so many people; its number is returned.</summary>
    public int AddHome(int people)
    {
        _supply.Add(people);
        return _supply.Count - 1;
    }

    /// <summary>A place that needs so many; its number is returned.</summary>
    public int AddPlace(int people)
    {
        _need.Add(people);
        return _need.Count - 1;
    }

    /// <summary>People of the home may go to the place.</summary>
    public void AddWay(int home, int place, long cost)
    {
        _flow.AddArcWithCapacityAndUnitCost(
            NodeOfHome(home), NodeOfPlace(place), Math.Min(_supply[home], _need[place]), cost);
        _ways.Add((home, place));
    }

    /// <summary>Sends the people. Every way with at least one is returned, in the order in which the ways were added.</summary>
    public IEnumerable<(int Home, int Place, int People)> Solve()
    {
        if (_ways.Count == 0)
            return [];
        for (var h = 0; h < _supply.Count; h++)
            _flow.SetNodeSupply(NodeOfHome(h), _supply[h]);
        for (var p = 0; p < _need.Count; p++)
            _flow.SetNodeSupply(NodeOfPlace(p), -_need[p]);
        var status = _flow.SolveMaxFlowWithMinCost();
        if (status != MinCostFlowBase.Status.OPTIMAL)
            throw new InvalidOperationException($"The flow ended as {status}.");
        var sent = new List<(int, int, int)>();
        for (var way = 0; way < _ways.Count; way++)
        {
            var people = (int)_flow.Flow(way);
            if (people > 0)
                sent.Add((_ways[way].Home, _ways[way].Place, people));
        }

        return sent;
    }

    public void Dispose() => _flow.Dispose();

    // Homes on even nodes, places on odd ones, so that both can still be added while ways are.
    private static int NodeOfHome(int home) => 2 * home;

    private static int NodeOfPlace(int place) => 2 * place + 1;
}
