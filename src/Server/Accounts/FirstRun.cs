using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>Makes the first administrator and the three pillars of a new installation, once.</summary>
internal sealed class FirstRun(
    Database database, FirstRunCode code, AccountMaker maker, AcceptInvitation accept, AuditLog audit, OfficeClock clock, LoadKabupaten load)
{
    public sealed class Form
    {
        public string? Person { get; set; }

        public string? Kabupaten { get; set; }
    }

    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is made then.</summary>
    public async Task<string?> RunAsync(string given, Form form, CredentialsForm credentials, CancellationToken cancel)
    {
        if (!code.Fits(given) || maker.HasAny) return "FirstRunGone";
        if (string.IsNullOrWhiteSpace(form.Person) || form.Person.Length > 120) return "PersonNeeded";
        if (accept.Check(credentials, out var totpKey) is { } wrong) return wrong;
        await using (var transaction = await database.BeginWriteAsync(cancel))
        {
            OfficeStore.AddPillar(database, "pemerintah", "Pemerintah daerah", 1);
            OfficeStore.AddPillar(database, "tni", "TNI", 2);
            OfficeStore.AddPillar(database, "polri", "Polri", 3);
            var agency = OfficeStore.AddAgency(database, "Administrator", "pemerintah");
            var office = OfficeStore.AddOffice(database, agency, "Administrator sistem", OfficeRole.Administrator, OfficeLevel.Kabupaten);
            await database.SaveChangesAsync(cancel);
            var person = OfficeStore.AddHolder(database, office, form.Person.Trim(), null, clock.Today);
            await database.SaveChangesAsync(cancel);
            var (id, problems) = await maker.AddAsync(new NewAccount(credentials.Name ?? "", credentials.Password ?? "", totpKey, person));
            if (id is null) return problems.Count > 0 ? problems[0] : "InvalidUserName";
            if (!string.IsNullOrEmpty(form.Kabupaten) && !await load(form.Kabupaten, cancel)) return "UnknownKabupaten";
            await audit.AddAsync("installation.begun", id.Value.ToString(), form.Kabupaten);
            await database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        code.Close();
        return null;
    }
}
