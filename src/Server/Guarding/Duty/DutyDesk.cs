using System.Collections.Immutable;
using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>Permissions of the lists; Terbatas. Each agency its own; the police reads both.</summary>
public static class DutyPermissions
{
    public const string ReadTni = "bkolist.read";
    public const string WriteTni = "bkolist.write";
    public const string ReadSatpolPp = "satpollist.read";
    public const string WriteSatpolPp = "satpollist.write";
}

/// <summary>What tells one kind of list from the other.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Path">First part of its addresses.</param>
/// <param name="Read">Who reads it.</param>
/// <param name="Write">Whose it is.</param>
public sealed record DutyDesk(DutyKind Kind, string Path, string Read, string Write)
{
    public static readonly DutyDesk Tni = new(DutyKind.Tni, "bko", DutyPermissions.ReadTni, DutyPermissions.WriteTni);
    public static readonly DutyDesk SatpolPp = new(DutyKind.SatpolPp, "satpol", DutyPermissions.ReadSatpolPp, DutyPermissions.WriteSatpolPp);
    public static readonly ImmutableArray<DutyDesk> All = [Tni, SatpolPp];

    public static DutyDesk Of(DutyKind kind) => kind == DutyKind.Tni ? Tni : SatpolPp;

    /// <summary>Name of the number by which its people are told apart, as papers and files have it.</summary>
    public string NumberName => Kind == DutyKind.Tni ? "NRP" : "NIP";

    /// <summary>
    /// The office by which the reader signs for the agency over the area; null for all others. A Danrem is above several
    /// kabupaten and signs his own papers, and of the heads of government only that of Satpol PP signs this one.
    /// </summary>
    public HeldOffice? SigningOffice(Reader reader, string area) =>
        reader.Offices.FirstOrDefault(o => o.Leads && o.Areas.Contains(area) && o.Areas.Roots.All(r => r.Length >= area.Length)
            && (Kind == DutyKind.Tni ? o.Role == OfficeRole.Tni : o.Role == OfficeRole.Desk && o.Title.Contains("Satpol PP", StringComparison.OrdinalIgnoreCase)));
}
