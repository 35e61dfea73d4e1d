using System.Globalization;
using System.Resources;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>A man with his place: a group by its number, null for the first that lacks somebody.</summary>
internal sealed record NamedOfficer(OfficerLine Man, OfficerPart Part, int? Group);

/// <summary>Names of a sheet as a file: the one that was downloaded with its empty places filled in, or a list of its own.</summary>
internal static class OfficerFile
{
    private static readonly ResourceManager Texts = new(typeof(GuardingText));
    private static readonly TableColumn Name = new("nama", "name");
    private static readonly TableColumn Rank = new("pangkat", "rank");
    private static readonly TableColumn Number = new("nrp", "nip");
    private static readonly TableColumn Phone = new("hp", "no_hp", "telepon", "phone");
    private static readonly TableColumn Unit = new("fungsi", "kesatuan", "unit");
    private static readonly TableColumn Group = new("kelompok", "group");
    private static readonly TableColumn Part = new("tugas", "part");
    private static readonly TableShape Shape = new([Name, Rank, Number, Phone, Unit, Group, Part], [Name]);

    /// <summary>The men; rows without a name, which are places still open, are passed over.</summary>
    public static SentTable<NamedOfficer> Read(IFormFile file, IReadOnlyCollection<GroupView> groups)
    {
        var known = groups.Select(g => g.Group.Number).ToHashSet();
        return SentTable.Read(file, Shape, row =>
        {
            if (row[Name].IsBlank && row[Number].IsBlank && row[Rank].IsBlank && row[Phone].IsBlank) return null;
            var sound = true;
            void Wrong(TableColumn column, string key, params string[] arguments)
            {
                row.Found(column, new FindingKind(key, Severity.Refused, Texts), [.. arguments]);
                sound = false;
            }

            var (man, problem) = OfficerLines.One(row[Name].Text, row[Rank].Text, ServiceNumber(row[Number]), row[Phone].Phone(), row[Unit].Text);
            switch (problem)
            {
                case null: break;
                case "RankLong": Wrong(Rank, "WrongRank"); break;
                case "ServiceNumberShape": Wrong(Number, "WrongServiceNumber"); break;
                case "PhoneShape": Wrong(Phone, "WrongPhone"); break;
                case "UnitLong": Wrong(Unit, "WrongUnit"); break;
                default: Wrong(Name, "WrongName"); break;
            }

            int? group = null;
            if (!row[Group].IsBlank)
            {
                if (int.TryParse(row[Group].Text.TrimStart('K', 'k', 'O', 'o'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && known.Contains(number)) group = number;
                else Wrong(Group, "WrongGroup", groups.FirstOrDefault()?.Name ?? "");
            }

            OfficerPart? part = row[Part].Text.ToLowerInvariant() switch
            {
                "" or "anggota" or "member" => OfficerPart.Member,
                "padal" => OfficerPart.Padal,
                "cadangan" or "reserve" => OfficerPart.Reserve,
                _ => null,
            };
            if (part is null) Wrong(Part, "WrongPart");
            return sound ? new NamedOfficer(man!, part!.Value, group) : null;
        });
    }

    // Eight digits, of which the first are the year of birth: a spreadsheet that took them for a number lost its zeros.
    private static string ServiceNumber(TableCell cell) =>
        cell is { Kind: CellKind.Number, Text.Length: 6 or 7 } ? cell.Text.PadLeft(8, '0') : cell.Text;
}
