using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Pages;

namespace TigaPilar.Server.Territory;

/// <summary>A command as a file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its level.</param>
/// <param name="Above">Name of the command above it; null for none.</param>
/// <param name="Areas">Codes that it covers by itself.</param>
internal sealed record SentCommand(string Name, JurisdictionKind Kind, string? Above, ImmutableArray<string> Areas);

/// <summary>Police and army commands as a file, one a row: what goes out comes back with rows added or changed.</summary>
internal static class CommandFile
{
    private static readonly ResourceManager Texts = new(typeof(TerritoryText));
    private static readonly TableColumn Name = new("satuan", "command", "nama", "name");
    private static readonly TableColumn Level = new("tingkat", "level", "kind");
    private static readonly TableColumn Above = new("di_bawah", "induk", "above", "parent");
    private static readonly TableColumn Areas = new("kode_wilayah", "wilayah", "area_codes", "areas");
    private static readonly TableShape Shape = new([Name, Level, Above, Areas], [Name, Level, Areas]);

    public static SentTable<SentCommand> Read(IFormFile file)
    {
        var rows = new Dictionary<(string, JurisdictionKind), int>();
        return SentTable.Read(file, Shape, row =>
        {
            var sound = true;
            void Wrong(TableColumn column, string key)
            {
                row.Found(column, new FindingKind(key, Severity.Refused, Texts));
                sound = false;
            }

            var name = row[Name].Text;
            if (name.Length is 0 or > AddJurisdiction.LongestName) Wrong(Name, "WrongCommandName");
            var kind = KindOf(row[Level].Text);
            if (kind is null) Wrong(Level, "WrongCommandLevel");
            ImmutableArray<string> areas = [.. AddJurisdiction.CodesIn(row[Areas].Text)];
            // A kecamatan has one Polres, so that no group of stations is of two.
            if (areas.Any(a => !AreaCode.IsVillage(a) && !AreaCode.IsKecamatan(a) && !AreaCode.IsKabupaten(a) && a.Length != 2)) Wrong(Areas, "WrongCommandCode");
            else if (kind == JurisdictionKind.Polres && areas.Any(AreaCode.IsVillage)) Wrong(Areas, "WrongPolresVillage");
            if (sound && !rows.TryAdd((name.ToUpperInvariant(), kind!.Value), row.Row)) Wrong(Name, "WrongCommandTwice");
            return sound ? new SentCommand(name, kind!.Value, row[Above].IsBlank ? null : row[Above].Text, areas) : null;
        });
    }

    /// <summary>What shows only against the list and the other rows.</summary>
    public static SentTable<SentCommand> Refused(IReadOnlyCollection<(int Row, string Problem, string Value)> wrong) => new(
        [],
        [
            .. wrong.OrderBy(w => w.Row).Take(SentTable.Shown).Select(w => new RowFinding(
                w.Row, (w.Problem == "WrongCommandAbove" ? Above : Areas).Name, w.Value, new FindingKind(w.Problem, Severity.Refused, Texts))),
        ],
        wrong.Count);

    /// <summary><c>/yurisdiksi/unduh</c>: what the page lists.</summary>
    public static async Task<IResult> DownloadAsync(Database database, CurrentReader current, AuditLog audit, CancellationToken cancel)
    {
        var rows = await JurisdictionRow.AllAsync(database, await current.GetSignedInAsync(), cancel);
        var names = await database.Set<Jurisdiction>().AsNoTracking().ToDictionaryAsync(j => j.Id, j => j.Name, cancel);
        await audit.AddAsync("jurisdictions.download", "");
        await database.SaveChangesAsync(cancel);
        return Workbook.Of("yurisdiksi", new Sheet(
            "Yurisdiksi", [new("Satuan", 32), new("Tingkat", 12), new("Di bawah", 32), new("Kode wilayah", 60), new("Wilayah", 60)],
            rows.Select(r => new object?[]
            {
                r.Jurisdiction.Name, Written(r.Jurisdiction.Kind), r.Jurisdiction.ParentId is { } above ? names[above] : null,
                string.Join(", ", r.Areas.Select(a => a.Code)), string.Join(", ", r.Areas.Select(a => a.Name ?? a.Code)),
            })));
    }

    private static string Written(JurisdictionKind kind) => kind == JurisdictionKind.Battalion ? "Batalyon" : kind.ToString();

    private static JurisdictionKind? KindOf(string text) =>
        Enum.GetValues<JurisdictionKind>().Where(k => string.Equals(Written(k), text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(k => (JurisdictionKind?)k).FirstOrDefault();
}
