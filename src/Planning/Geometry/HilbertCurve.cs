namespace TigaPilar.Planning.Geometry;

/// <summary>Place along a Hilbert curve: points near each other on the curve are near on the ground.</summary>
public static class HilbertCurve
{
    /// <summary>Place of a cell on the curve of order 16.</summary>
    /// <param name="x">Column, 0..65,535.</param>
    /// <param name="y">Row, 0..65,535.</param>
    public static uint PlaceOf(int x, int y)
    {
        uint place = 0;
        for (var side = 1 << 15; side > 0; side >>= 1)
        {
            var right = (x & side) > 0 ? 1 : 0;
            var up = (y & side) > 0 ? 1 : 0;
            place += (uint)side * (uint)side * (uint)((3 * right) ^ up);
            if (up == 0)
            {
                if (right == 1)
                    (x, y) = (65_535 - x, 65_535 - y);
                (x, y) = (y, x);
            }
        }

        return place;
    }
}
