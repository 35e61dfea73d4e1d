using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices;

/// <summary>Adds an office to a new or known agency.</summary>
internal sealed class AddOffice(Database database, AuditLog audit)
{
    /// <summary>The new office, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> RunAsync(Form form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Title) || form.Title.Length > 120) return (null, "TitleNeeded");
        if (string.IsNullOrWhiteSpace(form.Agency) || form.Agency.Length > 200) return (null, "AgencyNeeded");
        var area = string.IsNullOrWhiteSpace(form.AreaCode) ? null : form.AreaCode.Trim();
        if (area is not null && form.JurisdictionId is not null) return (null, "AreaOrCommand");
        if (area is not null && (await AreaQueries.NamesAsync(database, [area], cancel)).Count == 0) return (null, "UnknownArea");
        if (!Enum.IsDefined(form.Role) || !Enum.IsDefined(form.Level)) return (null, "TitleNeeded");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var name = form.Agency.Trim();
        var agency = await database.Set<Agency>().Where(a => a.Name == name).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel)
            ?? OfficeStore.AddAgency(database, name, string.IsNullOrEmpty(form.Pillar) ? null : form.Pillar);
        var id = OfficeStore.AddOffice(database, agency, form.Title.Trim(), form.Role, form.Level, area, form.JurisdictionId);
        await audit.AddAsync("offices.add", id.ToString(), area, tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (id, null);
    }

    public sealed class Form
    {
        public string? Agency { get; set; }

        public string? Pillar { get; set; }

        public string? Title { get; set; }

        public OfficeRole Role { get; set; } = OfficeRole.Desk;

        public OfficeLevel Level { get; set; } = OfficeLevel.Kabupaten;

        public string? AreaCode { get; set; }

        public Guid? JurisdictionId { get; set; }
    }
}
