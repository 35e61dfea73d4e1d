using System.Globalization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>Enters an age rule with its legal basis and the day from which it holds.</summary>
internal sealed class SetAgeRule(Database database, CurrentReader current, AuditLog audit)
{
    /// <summary>Whether the reader may: an office that keeps elections, not a village.</summary>
    public static bool May(Reader reader) => reader.May(ForcesPermissions.WriteLinmas) && reader.May("elections.write");

    /// <summary>Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Form form, CancellationToken cancel)
    {
        if (!May(await current.GetSignedInAsync())) return "NotYours";
        if (!Enum.IsDefined(form.Duty)) return "DutyNeeded";
        if (form.From is not (>= 10 and <= 100) || form.To is not (>= 10 and <= 100) || form.From > form.To) return "AgesWrong";
        if (form.EffectiveFrom is not { } day) return "EffectiveNeeded";
        if (RollWriter.Words(form.LegalBasis) is not { } basis || basis.Length > 200) return "BasisNeeded";
        database.Add(new AgeRule { Duty = form.Duty, From = form.From.Value, To = form.To.Value, EffectiveFrom = day, LegalBasis = basis });
        await audit.AddAsync("linmas.rule", form.Duty.ToString(), details: string.Create(CultureInfo.InvariantCulture, $"{{\"from\":{form.From},\"to\":{form.To}}}"), tell: ForcesPermissions.ReadLinmas);
        await database.SaveChangesAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public AgedDuty Duty { get; set; }

        public int? From { get; set; }

        public int? To { get; set; }

        public DateOnly? EffectiveFrom { get; set; }

        public string? LegalBasis { get; set; }
    }
}
