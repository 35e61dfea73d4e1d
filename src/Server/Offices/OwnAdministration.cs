using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Offices;

internal static class OwnAdministration
{
    /// <summary>Whether it is the office by which the reader administers: the last administrator would go with it, and nobody would be left to invite the next.</summary>
    public static bool IsOwnAdministration(this Reader reader, Guid office) =>
        reader.Offices.Any(o => o.OfficeId == office && o.Role == OfficeRole.Administrator);
}
