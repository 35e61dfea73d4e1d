using System.Resources;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>Strength as a file: the one that was downloaded with its numbers changed, or a list of its own. One row a unit and use.</summary>
internal static class StrengthFile
{
    private static readonly ResourceManager Texts = new(typeof(StrengthText));
    private static readonly TableColumn Agency = new("instansi", "agency");
    private static readonly TableColumn Unit = new("satuan", "unit", "kesatuan");
    private static readonly TableColumn Home = new("asal", "home", "kode_wilayah");
    private static readonly TableColumn Use = new("penggunaan", "use");
    private static readonly TableColumn Count = new("jumlah", "count");
    private static readonly TableColumn Approximate = new("kurang_lebih", "approximate");
    private static readonly TableColumn LentTo = new("diperbantukan_ke", "lent_to", "kepada");
    private static readonly TableColumn Day = new("per_tanggal", "holds_on", "tanggal");
    private static readonly TableShape Shape = new([Agency, Unit, Home, Use, Count, Approximate, LentTo, Day], [Agency, Unit, Use, Count]);

    public static SentTable<SaidUnit> Read(IFormFile file, Reader reader, StrengthHomes homes, DateOnly today, SaveStrength save)
    {
        var lines = new Dictionary<(ForceAgency, string, UnitHome, ForceUse), int>();
        return SentTable.Read(file, Shape, row =>
        {
            var sound = true;
            void Wrong(TableColumn column, string key)
            {
                row.Found(column, new FindingKind(key, Severity.Refused, Texts));
                sound = false;
            }

            var agency = StrengthWords.ReadAgency(row[Agency].Text);
            var writable = agency is { } named ? StrengthHomes.WritableBy(reader, named) : AreaSet.Empty;
            if (agency is null) Wrong(Agency, "WrongAgency");
            else if (writable.IsEmpty) Wrong(Agency, "WrongAgencyOfOthers");
            var name = row[Unit].Text;
            if (name.Length is 0 or > SaveStrength.LongestName) Wrong(Unit, "WrongUnit");
            var home = agency is { } known && !writable.IsEmpty ? homes.Read(row[Home].Text, known, writable) : null;
            if (home is null && !writable.IsEmpty) Wrong(Home, "WrongHome");
            var use = StrengthWords.ReadUse(row[Use].Text);
            if (use is null) Wrong(Use, "WrongUse");
            var count = StrengthWords.Read(row[Count].Text);
            // A blank number takes the figure back.
            if (count is null && !row[Count].IsBlank) Wrong(Count, "WrongCount");
            bool? approximate = row[Approximate].Text.ToLowerInvariant() switch { "" or "tidak" or "no" => false, "ya" or "yes" or "±" => true, _ => null };
            if (approximate is null) Wrong(Approximate, "WrongApproximate");
            var lent = use == ForceUse.Lent && count is not null ? homes.ReadBorrower(row[LentTo].Text, reader.AreasOf(ForcesPermissions.ReadStrength)) : null;
            if (use == ForceUse.Lent && count is not null && lent is null) Wrong(LentTo, "WrongLentTo");
            var day = row[Day].IsBlank ? today : row[Day].Day();
            if (day is not { } on || save.Obstacle(on) is not null) Wrong(Day, "WrongDay");
            if (!sound) return null;
            if (!lines.TryAdd((agency!.Value, name.ToLowerInvariant(), home!, use!.Value), row.Row))
            {
                Wrong(Use, "WrongTwice");
                return null;
            }

            return new SaidUnit(agency.Value, name, home!, new SaidFigure(use.Value, count?.Count, count is not null && (count.Value.Approximate || approximate == true), lent), day!.Value);
        });
    }
}
