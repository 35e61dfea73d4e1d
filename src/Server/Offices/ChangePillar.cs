using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>Adds a pillar or gives one another name or place: in Bali the desa adat is counted as a fourth.</summary>
internal sealed class ChangePillar(Database database, AuditLog audit)
{
    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is changed then.</summary>
    public async Task<string?> RunAsync(Form form, CancellationToken cancel)
    {
        var code = form.Code?.Trim().ToLowerInvariant() ?? "";
        if (code.Length is 0 or > 40 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return "PillarCodeNeeded";
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > 120) return "NameNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var pillar = await database.Set<Pillar>().SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (pillar is null) database.Add(new Pillar { Code = code, Name = form.Name.Trim(), Position = form.Position });
        else (pillar.Name, pillar.Position) = (form.Name.Trim(), form.Position);
        await audit.AddAsync(pillar is null ? "pillars.add" : "pillars.change", code);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public int Position { get; set; }
    }
}
