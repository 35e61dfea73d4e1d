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
            var spare2 = fillSangat ? g2 * capacity[2] - count[2] : 0;
            var rawanLeft = Math.Max(0, count[1] - spare2);
            var sangatForKurang = Math.Max(0, spare2 - count[1]);
            for (var g1 = DivideUp(rawanLeft, capacity[1]); g1 <= Math.Max(count[1], 0); g1++)
            {
                if (g2 + g1 >= best)
                    break;
                var spare1 = fillRawan ? g1 * capacity[1] - rawanLeft : 0;
                var kurangLeft = Math.Max(0, count[0] - sangatForKurang - Math.Max(0, spare1));
                best = Math.Min(best, g2 + g1 + DivideUp(kurangLeft, capacity[0]));
            }
        }

        return best;
    }

    private static int DivideUp(int amount, int by) => amount == 0 ? 0 : (amount + by - 1) / by;
}
