using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary>What an agency says of itself: its people fill it in, its head signs it by the second factor.</summary>
internal sealed class StateReadiness(Database database, CurrentReader current, AuditLog audit, StepUp stepUp, OfficeClock clock)
{
    /// <summary>The reader's own agency and the office by which he writes for it; null where he has none that states.</summary>
    public async Task<(HeldOffice Office, StatingAgency Agency)?> OwnAsync(CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        return ReadinessScope.OwnOf(reader, await ReadinessScope.AgenciesAsync(database, reader.AreasOf(ReadinessPermissions.Write), cancel));
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong, and the point where it is.</summary>
    /// <param name="election">For which occasion.</param>
    /// <param name="seen">The digest of the answers that the page was made of.</param>
    /// <param name="fields">Every point as it was sent.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<(string Key, string Point)?> SaveAsync(int election, string? seen, IReadOnlyList<PointFields> fields, CancellationToken cancel)
    {
        if (await OwnAsync(cancel) is not { } own) return ("NotStating", "");
        var points = (await Points.ReadAsync(database, cancel)).Of(own.Agency.Kabupaten, own.Agency.Kind);
        foreach (var field in fields)
        {
            if (field.Point is not { } point || !points.Contains(point, StringComparer.Ordinal)) return ("PointGone", field.Point ?? "");
            if (!Enum.IsDefined(field.State)) return ("StateNeeded", point);
            if ((field.Note?.Trim().Length ?? 0) > ReadinessMapping.LongestNote) return ("NoteTooLong", point);
            if (field.State == PointState.Hindered && string.IsNullOrWhiteSpace(field.Note)) return ("NoteNeeded", point);
            if (field.State != PointState.NotYet && field.Until < clock.Today) return ("UntilPast", point);
        }

        var (now, by, changed) = (clock.Now.ToUniversalTime(), $"{(await current.GetSignedInAsync()).Name}, {own.Office.Title}", 0);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var answers = await database.Set<ReadinessAnswer>().Where(a => a.ElectionId == election && a.AgencyId == own.Agency.Id).ToListAsync(cancel);
        // The page holds every point: one that is older would put back what a colleague has changed since.
        if (ReadinessBoard.DigestOf(answers) != seen) return ("AnswersChanged", "");
        foreach (var field in fields.DistinctBy(f => f.Point, StringComparer.Ordinal))
        {
            var (answer, note) = (answers.Find(a => a.Point == field.Point), string.IsNullOrWhiteSpace(field.Note) ? null : field.Note.ReplaceLineEndings(" ").Trim());
            if (field.State == PointState.NotYet)
            {
                if (answer is null) continue;
                database.Remove(answer);
            }
            else if (answer is null) database.Add(new ReadinessAnswer { AgencyId = own.Agency.Id, ElectionId = election, Point = field.Point!, State = field.State, Note = note, Until = field.Until, By = by, At = now });
            else if (answer.State == field.State && answer.Note == note && answer.Until == field.Until) continue;
            else (answer.State, answer.Note, answer.Until, answer.By, answer.At) = (field.State, note, field.Until, by, now);
            changed++;
        }

        if (changed == 0) return null;
        await audit.AddAsync("readiness.state", own.Agency.Id.ToString(), own.Agency.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"points\":{changed}}}"), tell: ReadinessPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Null when signed, else the key of the text that says what is wrong.</summary>
    /// <param name="election">For which occasion.</param>
    /// <param name="seen">The digest of what the signer had on the page.</param>
    /// <param name="code">The six digits of the authenticator.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> SignAsync(int election, string? seen, string? code, CancellationToken cancel)
    {
        if (await OwnAsync(cancel) is not { } own || !own.Office.Leads) return "NotHead";
        if (await stepUp.VerifyAsync(code ?? "") is { } refused) return refused;
        await using var transaction = await database.BeginWriteAsync(cancel);
        var stands = (await ReadinessBoard.OfAsync(database, [own.Agency], election, clock, cancel))[0];
        if (stands.Count(PointState.NotYet) > 0) return "PointsLeft";
        if (stands.Digest != seen) return "ChangedMeanwhile";
        var reader = await current.GetSignedInAsync();
        await database.Set<ReadinessSignature>().Where(s => s.ElectionId == election && s.AgencyId == own.Agency.Id).ExecuteDeleteAsync(cancel);
        database.Add(new ReadinessSignature { AgencyId = own.Agency.Id, ElectionId = election, AccountId = reader.AccountId!.Value, By = $"{reader.Name}, {own.Office.Title}", At = clock.Now.ToUniversalTime(), Digest = stands.Digest });
        await audit.AddAsync("readiness.sign", own.Agency.Id.ToString(), own.Agency.AreaCode, digest: stands.Digest, tell: ReadinessPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>One point as it was sent.</summary>
public sealed class PointFields
{
    public string? Point { get; set; }

    public PointState State { get; set; }

    public string? Note { get; set; }

    public DateOnly? Until { get; set; }
}
