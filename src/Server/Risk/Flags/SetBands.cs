using System.Globalization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>Bawaslu of a kabupaten sets from where on an indicator counts as frequent there, and says what that rests on.</summary>
internal sealed class SetBands(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    public const int LongestBasis = 200;

    /// <summary>Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Form form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (form.Kabupaten is not { } kabupaten || ImportFlags.OfficeOf(reader, kabupaten) is not { } office) return "FlagNotYours";
        if (form.Most is not (>= 1 and <= 1000) || form.Many is not (>= 1 and <= 1000) || form.Many >= form.Most) return "BandsWrong";
        if (form.Basis?.Trim() is not { Length: > 0 and <= LongestBasis } basis) return "BandBasisMissing";
        await using var transaction = await database.BeginWriteAsync(cancel);
        database.Add(new BandRule
        {
            AreaCode = kabupaten, Most = form.Most.Value, Many = form.Many.Value, Reason = basis, At = clock.Now,
            AccountId = reader.AccountId!.Value, By = $"{reader.Name}, {office.Title}",
        });
        await audit.AddAsync(
            "indicatorflag.bands", kabupaten, kabupaten, string.Create(CultureInfo.InvariantCulture, $"{{\"most\":{form.Most},\"many\":{form.Many}}}"), tell: FlagPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What Bawaslu fills in.</summary>
    public sealed class Form
    {
        public string? Kabupaten { get; set; }

        public int? Most { get; set; }

        public int? Many { get; set; }

        public string? Basis { get; set; }
    }
}
