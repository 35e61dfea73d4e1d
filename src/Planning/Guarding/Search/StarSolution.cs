namespace TigaPilar.Planning.Guarding.Search;

/// <summary>What a glance at a group needs.</summary>
/// <param name="CentreItem">The item that owns its centre; −1 if the group is empty or not admissible.</param>
/// <param name="Room">Weight that may still fit, at most.</param>
internal readonly record struct GroupBrief(int CentreItem, int Room);

/// <summary>
/// A partition in the making: groups, the group of each item (−1: not placed yet), and a journal of the groups
/// changed since <see cref="Mark"/>, so that a round which did not pay can be taken back.
/// </summary>
internal sealed class StarSolution
{
    private readonly List<StarGroup> _groups = [];
    private readonly Stack<StarGroup> _spare = new();
    private readonly List<(int Group, StarGroup Before)> _journal = [];
    private int[] _stamp = new int[16];
    private GroupBrief[] _brief = new GroupBrief[16];
    private int _now = 1;
    private int _groupsAtMark;
    private long _costAtMark;

    public StarSolution(StarInstance instance)
    {
        Instance = instance;
        GroupOf = new int[instance.ItemCount];
        Array.Fill(GroupOf, -1);
    }

    public StarInstance Instance { get; }

    /// <summary>Group of each item; −1 while it is not placed.</summary>
    public int[] GroupOf { get; }

    /// <summary>Slots of groups, empty ones among them.</summary>
    public int SlotCount => _groups.Count;

    /// <summary>Groups that hold something.</summary>
    public int GroupCount { get; private set; }

    /// <summary>Sum of the groups' costs.</summary>
    public long Cost { get; private set; }

    /// <summary>Of each slot what a glance needs, side by side in memory.</summary>
    public ReadOnlySpan<GroupBrief> Briefs => _brief.AsSpan(0, _groups.Count);

    public StarGroup this[int group] => _groups[group];

    public IReadOnlyList<StarGroup> Groups => _groups;

    /// <summary>Slots changed since the last <see cref="Mark"/>.</summary>
    public int TouchedCount => _journal.Count;

    public int Touched(int index) => _journal[index].Group;

    /// <summary>From here on, changes can be taken back by <see cref="Revert"/>.</summary>
    public void Mark()
    {
        foreach (var (_, before) in _journal)
            _spare.Push(before);
        _journal.Clear();
        _now++;
        _groupsAtMark = GroupCount;
        _costAtMark = Cost;
    }

    /// <summary>Takes back everything since <see cref="Mark"/>.</summary>
    public void Revert()
    {
        foreach (var (group, before) in _journal)
        {
            foreach (var item in _groups[group].Items)
            {
                if (GroupOf[item] == group)
                    GroupOf[item] = -1;
            }
        }

        foreach (var (group, before) in _journal)
        {
            _groups[group].CopyFrom(before);
            Brief(group);
            foreach (var item in before.Items)
                GroupOf[item] = group;
        }

        GroupCount = _groupsAtMark;
        Cost = _costAtMark;
        Mark();
    }

    /// <summary>An empty slot, a new one if there is none.</summary>
    public int EmptySlot()
    {
        for (var g = 0; g < _groups.Count; g++)
        {
            if (_groups[g].Count == 0)
                return g;
        }

        return AddSlot();
    }

    /// <summary>One slot more, empty.</summary>
    public int AddSlot()
    {
        _groups.Add(new StarGroup(Instance));
        if (_groups.Count > _stamp.Length)
        {
            Array.Resize(ref _stamp, _stamp.Length * 2);
            Array.Resize(ref _brief, _brief.Length * 2);
        }

        Brief(_groups.Count - 1);
        return _groups.Count - 1;
    }

    /// <summary>Cost of <paramref name="group"/> with the item added, or <see cref="StarGroup.Forbidden"/>.</summary>
    public long CostWith(int group, int item) =>
        MustStayApart(group, item, -1) ? StarGroup.Forbidden : _groups[group].CostWith(item);

    /// <summary>Cost of <paramref name="group"/> with one item replaced, or <see cref="StarGroup.Forbidden"/>.</summary>
    public long CostExchanging(int group, int leaving, int entering) =>
        MustStayApart(group, entering, leaving) ? StarGroup.Forbidden : _groups[group].CostExchanging(leaving, entering);

    public void Place(int item, int group)
    {
        Keep(group);
        var target = _groups[group];
        if (target.Count == 0)
            GroupCount++;
        Cost -= target.Cost;
        target.Add(item);
        if (!target.Settle())
            throw new InvalidOperationException("An item was placed where it is not admissible.");
        Cost += target.Cost;
        GroupOf[item] = group;
        Brief(group);
    }

    /// <summary>
    /// Takes an item out. What stays may for the moment have no admissible centre (the item was it); such a group's
    /// cost is 0 until it is settled again, and the caller sees to it (<see cref="IsAdmissible"/>).
    /// </summary>
    public void Take(int item)
    {
        var group = GroupOf[item];
        Keep(group);
        var source = _groups[group];
        Cost -= source.Cost;
        source.Remove(item);
        source.Settle();
        Cost += source.Cost;
        if (source.Count == 0)
            GroupCount--;
        GroupOf[item] = -1;
        Brief(group);
    }

    /// <summary>
    /// Takes an item out and leaves the group unsettled, for several in a row; <see cref="SettleTouched"/> must follow.
    /// </summary>
    public void TakeUnsettled(int item)
    {
        var group = GroupOf[item];
        Keep(group);
        var source = _groups[group];
        Cost -= source.Cost;
        source.Remove(item);
        source.Unsettle();
        if (source.Count == 0)
            GroupCount--;
        GroupOf[item] = -1;
    }

    /// <summary>Settles every group changed since <see cref="Mark"/>.</summary>
    public void SettleTouched()
    {
        foreach (var (group, _) in _journal)
        {
            var touched = _groups[group];
            Cost -= touched.Cost;
            touched.Settle();
            Cost += touched.Cost;
            Brief(group);
        }
    }

    /// <summary>Takes all items of a group out.</summary>
    public void Dissolve(int group)
    {
        Keep(group);
        var source = _groups[group];
        foreach (var item in source.Items)
            GroupOf[item] = -1;
        Cost -= source.Cost;
        if (source.Count > 0)
            GroupCount--;
        source.Clear();
        Brief(group);
    }

    /// <summary>Whether the group is empty or has a centre.</summary>
    public bool IsAdmissible(int group) => _groups[group].Count == 0 || _groups[group].Centre >= 0;

    public bool MustStayApart(int group, int item, int except)
    {
        if (Instance.Apart is not { } apart)
            return false;
        foreach (var other in apart[item])
        {
            if (other != except && GroupOf[other] == group)
                return true;
        }

        return false;
    }

    /// <summary>Copy of the assignment, for remembering the best.</summary>
    public void SaveTo(int[] groupOf) => GroupOf.CopyTo(groupOf, 0);

    /// <summary>Rebuilds the groups from a saved assignment.</summary>
    public void Restore(int[] groupOf)
    {
        for (var g = 0; g < _groups.Count; g++)
            Dissolve(g);
        Cost = 0;
        GroupCount = 0;
        for (var item = 0; item < groupOf.Length; item++)
        {
            GroupOf[item] = groupOf[item];
            if (groupOf[item] >= 0)
                _groups[groupOf[item]].Add(item);
        }

        foreach (var group in _groups)
        {
            if (group.Count == 0)
                continue;
            GroupCount++;
            if (!group.Settle())
                throw new InvalidOperationException("A saved group is not admissible.");
            Cost += group.Cost;
        }

        for (var g = 0; g < _groups.Count; g++)
            Brief(g);
        Mark();
    }

    private void Brief(int group)
    {
        var of = _groups[group];
        _brief[group] = of.Centre < 0
            ? new GroupBrief(-1, 0)
            : new GroupBrief(Instance.Owner[of.Centre], Instance.Rules.MostWeight(of.Mix) - of.Weight);
    }

    private void Keep(int group)
    {
        if (_stamp[group] == _now)
            return;
        _stamp[group] = _now;
        if (!_spare.TryPop(out var before))
            before = new StarGroup(Instance);
        before.CopyFrom(_groups[group]);
        _journal.Add((group, before));
    }
}
