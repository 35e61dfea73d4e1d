namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Fewest groups that the capacities alone allow, wherever the stations stand. With a₀, a₁, a₂ stations of the classes
/// kurang rawan, rawan and sangat rawan, and g₀, g₁, g₂ groups of each highest class, the slots of a higher class may
/// be filled from below only where the rules say so; the least g₀ + g₁ + g₂ that holds all is the bound.
/// </summary>
internal static class CapacityBound
{
    /// <summary>The bound, 0 or more.</summary>
    /// <param name="count">Stations of the three classes.</param>
    /// <param name="capacity">Largest capacity of any pattern of each class; used only where the class has stations.</param>
    /// <param name="fillRawan">Lower classes may fill rawan groups.</param>
    /// <param name="fillSangat">Lower classes may fill sangat rawan groups.</param>
    public static int Of(ReadOnlySpan<int> count, ReadOnlySpan<int> capacity, bool fillRawan, bool fillSangat)
    {
        var best = int.MaxValue;
        // A group's highest class has a member of that class, so there are at most as many such groups as members.
        for (var g2 = DivideUp(count[2], capacity[2]); g2 <= count[2]; g2++)
        {
            var spare = fillSangat ? (int)Math.Min(int.MaxValue, (long)g2 * capacity[2] - count[2]) : 0;
            for (var rawanAbove = 0; rawanAbove <= Math.Min(spare, count[1]); rawanAbove++)
            {
                var kurang = Math.Max(0, count[0] - (spare - rawanAbove));
                best = Math.Min(best, g2 + OfTwo(kurang, count[1] - rawanAbove, capacity, fillRawan));
            }
        }

        return best;
    }

    private static int OfTwo(int kurang, int rawan, ReadOnlySpan<int> capacity, bool fillRawan)
    {
        var best = int.MaxValue;
        for (var g1 = DivideUp(rawan, capacity[1]); g1 <= rawan; g1++)
        {
            var spare = fillRawan ? (int)Math.Min(int.MaxValue, (long)g1 * capacity[1] - rawan) : 0;
            best = Math.Min(best, g1 + DivideUp(Math.Max(0, kurang - spare), capacity[0]));
        }

        return best;
    }

    private static int DivideUp(int amount, int by) => amount == 0 ? 0 : (amount - 1) / by + 1;
}
