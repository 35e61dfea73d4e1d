namespace TigaPilar.Server.Risk.Totals;

/// <summary>Permissions of the totals by kecamatan: of offices, and of everybody once they are released.</summary>
public static class TotalsPermissions
{
    public const string Read = "classtotals.read";

    /// <summary>To release them for the public and to withdraw them, over a whole kabupaten.</summary>
    public const string Write = "classtotals.write";

    /// <summary>What was released.</summary>
    public const string ReadReleased = "releasedtotals.read";
}
