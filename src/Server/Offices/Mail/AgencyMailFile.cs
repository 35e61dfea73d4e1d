using System.Resources;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Mail;

/// <summary>Mail addresses as a table: it goes out with every agency, and comes back filled in. Agencies that it leaves out stay as they are.</summary>
internal static class AgencyMailFile
{
    private static readonly ResourceManager Texts = new(typeof(OfficesText));
    private static readonly TableColumn Code = new("kode", "id");
    private static readonly TableColumn Address = new("surel", "email", "e_mail");
    private static readonly TableShape Shape = new([Code, Address], [Code, Address]);

    /// <summary>An agency and its address, null where the cell is blank: then it has none any more.</summary>
    internal sealed record Line(Guid Agency, string? Address);

    /// <summary>Of agencies that are known, each once.</summary>
    public static SentTable<Line> Read(IFormFile file, IReadOnlySet<Guid> known)
    {
        var rows = new HashSet<Guid>();
        return SentTable.Read(file, Shape, row =>
        {
            var code = Guid.TryParse(row[Code].Text, out var id) && known.Contains(id) ? id : (Guid?)null;
            var address = MailAddress.Clean(row[Address].Text);
            if (code is null) row.Found(Code, new FindingKind("MailUnknownAgency", Severity.Refused, Texts));
            else if (!rows.Add(code.Value)) row.Found(Code, new FindingKind("MailTwice", Severity.Refused, Texts));
            else if (address is null && !row[Address].IsBlank) row.Found(Address, new FindingKind("MailShape", Severity.Refused, Texts));
            else return new Line(code.Value, address);
            return null;
        });
    }

    /// <summary><c>/instansi/surel/unduh</c>.</summary>
    public static async Task<IResult> DownloadAsync(Database database, CancellationToken cancel)
    {
        var agencies = await database.Set<Agency>().AsNoTracking().OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Name, Area = a.Offices.OrderBy(o => o.AreaCode).Select(o => o.AreaCode).FirstOrDefault(), a.Email }).ToListAsync(cancel);
        return Workbook.Of("surel-instansi", new Sheet(
            "Surel instansi", [new("Kode", 38), new("Instansi", 44), new("Wilayah", 16), new("Surel", 40)], agencies.Select(a => new object?[] { a.Id.ToString(), a.Name, a.Area, a.Email })));
    }
}
