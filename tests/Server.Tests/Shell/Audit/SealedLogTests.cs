using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Planning;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Shell.Audit;

/// <summary>
/// The log of who did what, in the hands of one who may write to the database but does not have the key beside it.
/// </summary>
[Trait("Database", "each")]
public sealed class SealedLogTests : IAsyncLifetime
{
    private const int Entries = 120;
    private const int Trials = 1000;
    private SplitMix64 _random = new(20260117);
    private Installation _here = null!;
    private List<AuditEntry> _entries = [];
    private List<AuditSeal> _seals = [];

    public async ValueTask InitializeAsync()
    {
        _here = await Installation.CreateAsync(running: true);
        for (var i = 0; i < Entries; i++) await AddAsync("stations.change", string.Create(CultureInfo.InvariantCulture, $"1/35.08.01.2001.{i:000}"));
        await UntilSealedAsync(Entries);
        await using var scope = _here.Services.CreateAsyncScope();
        Assert.NotNull(await AuditHeads.SignAsync(scope.ServiceProvider.GetRequiredService<Database>(), _here.Storage, TimeProvider.System.GetUtcNow(), CancellationToken.None));
        (_entries, _seals) = await _here.AskAsync(async d => (
            await d.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Id).ToListAsync(), await d.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Position).ToListAsync()));
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task WhatNobodyTouchedIsAsItWasWritten()
    {
        var (code, output, error) = await VerifyAsync();
        Assert.Equal(("", 0), (error, code));
        Assert.StartsWith($"{Entries} entries sealed, 0 not yet; held against 1 signed heads; all as it was written.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AThousandTamperingsAreAllFound()
    {
        await AllowAllAsync();
        var missed = new List<string>();
        // A thousand on the file; on a server, where each costs ten times as long, enough for every kind.
        for (var trial = 0; trial < (_here.Storage.IsEmbedded ? Trials : Trials / 10); trial++)
        {
            var (what, statements) = Tampering(trial % 8);
            await RunAsync(statements);
            var (code, _, error) = await VerifyAsync();
            if (code == 0 || error.Length == 0) missed.Add($"{trial}: {what}");
            await RestoreAsync();
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.Equal(0, (await VerifyAsync()).Code);
    }

    [Fact]
    public async Task WithoutTheHeadACutTailWouldNotBeSeen()
    {
        await AllowAllAsync();
        await RunAsync(Tampering(5).Sql);
        var report = await _here.AskAsync(database => AuditVerifier.RunAsync(database, [], null, CancellationToken.None));
        Assert.Empty(report.Problems);
        Assert.Equal(1, (await VerifyAsync()).Code);
    }

    [Fact]
    public async Task TheEntryThatWasChangedIsNamed()
    {
        await AllowAllAsync();
        var entry = _entries[41];
        await RunAsync($"UPDATE \"AuditEntry\" SET \"Subject\" = 'lain' WHERE \"Id\" = {entry.Id}");
        var (_, _, error) = await VerifyAsync();
        Assert.Equal($"error: entry {entry.Id} (position 42, {entry.At:yyyy-MM-dd HH:mm:ss}Z, stations.change): not what was sealed; it or its place was changed\n", error);
    }

    [Fact]
    public async Task TheProgramItselfCanNotChangeWhatWasWritten()
    {
        foreach (var table in (string[])["AuditEntry", "AuditSeal", "AuditHead"])
        {
            foreach (var sql in (string[])[$"UPDATE \"{table}\" SET \"At\" = 0", $"DELETE FROM \"{table}\""])
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(sql.Replace("\"At\" = 0", table == "AuditSeal" ? "\"Hash\" = ''" : "\"At\" = 0", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task WhatIsNotSealedYetIsReported()
    {
        await _here.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Single(s => s.GetType().Name == "Sequencer").StopAsync(CancellationToken.None);
        await AddAsync("elections.change", "pemilu");
        var (code, output, _) = await VerifyAsync();
        Assert.Equal(0, code);
        Assert.StartsWith($"{Entries} entries sealed, 1 not yet (since ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHeadOfAnotherKeyIsNotBelieved()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var forged = Path.Combine(_here.Folder, "forged.json");
        AuditHeads.Write(forged, AuditKey.Sign(key, 60, _seals[59].Hash, TimeProvider.System.GetUtcNow()));
        var (code, _, error) = await VerifyAsync(forged);
        Assert.Equal(1, code);
        Assert.Contains("not signed by the key of this installation", error, StringComparison.Ordinal);
    }

    // One change of its kind at a place by chance, as SQL.
    private (string What, string[] Sql) Tampering(int kind)
    {
        var at = _random.Next(Entries);
        var (entry, seal) = (_entries[at], _seals[at]);
        var other = (at + 1 + _random.Next(Entries - 1)) % Entries;
        switch (kind)
        {
            case 0:
                string[] fields = ["\"Action\" = 'x.y'", "\"Subject\" = 'lain'", "\"AreaCode\" = '35.08'", "\"Details\" = '{}'", "\"At\" = \"At\" + 1", "\"Digest\" = 'ab'", "\"OfficeId\" = NULL, \"AccountId\" = NULL, \"Details\" = ''"];
                return ("change", [$"UPDATE \"AuditEntry\" SET {fields[_random.Next(fields.Length)]} WHERE \"Id\" = {entry.Id}"]);
            case 1:
                return ("delete an entry", [$"DELETE FROM \"AuditEntry\" WHERE \"Id\" = {entry.Id}"]);
            case 2:
                return ("delete entry and seal", [$"DELETE FROM \"AuditEntry\" WHERE \"Id\" = {entry.Id}", $"DELETE FROM \"AuditSeal\" WHERE \"Position\" = {seal.Position}"]);
            case 3:
                var claimed = entry.At.UtcTicks - TimeSpan.TicksPerDay;
                return ("insert", [Insert(1_000_000 + at, claimed), .. _random.Next(2) == 0 ? [] : (string[])[$"INSERT INTO \"AuditPending\" (\"EntryId\") VALUES ({1_000_000 + at})"]]);
            case 4:
                return ("reorder", [$"UPDATE \"AuditSeal\" SET \"EntryId\" = -1 WHERE \"Position\" = {at + 1}", $"UPDATE \"AuditSeal\" SET \"EntryId\" = {entry.Id} WHERE \"Position\" = {other + 1}", $"UPDATE \"AuditSeal\" SET \"EntryId\" = {_entries[other].Id} WHERE \"Position\" = {at + 1}"]);
            case 5:
                return ("cut the tail", [$"DELETE FROM \"AuditSeal\" WHERE \"Position\" > {at}", $"DELETE FROM \"AuditEntry\" WHERE \"Id\" > {(at == 0 ? 0 : _entries[at - 1].Id)}"]);
            case 6:
                return ("change and make the chain anew", [$"UPDATE \"AuditEntry\" SET \"Subject\" = 'lain' WHERE \"Id\" = {entry.Id}", .. Anew([.. _entries.Select(e => e.Id == entry.Id ? With(e, "lain") : e)])]);
            default:
                return ("delete and make the chain anew", [$"DELETE FROM \"AuditEntry\" WHERE \"Id\" = {entry.Id}", .. Anew([.. _entries.Where(e => e.Id != entry.Id)])]);
        }
    }

    // As one would who knows how the chain is made.
    private static IEnumerable<string> Anew(List<AuditEntry> entries)
    {
        yield return "DELETE FROM \"AuditSeal\"";
        var hash = AuditChain.Start;
        var rows = entries.Select((e, i) => $"({i + 1}, {e.Id}, '{hash = AuditChain.Hash(hash, i + 1, e)}')").ToList();
        yield return $"INSERT INTO \"AuditSeal\" (\"Position\", \"EntryId\", \"Hash\") VALUES {string.Join(", ", rows)}";
    }

    private static AuditEntry With(AuditEntry e, string subject) => new()
    {
        Id = e.Id, At = e.At, AccountId = e.AccountId, OfficeId = e.OfficeId, Action = e.Action, Subject = subject, AreaCode = e.AreaCode,
        Details = e.Details, Digest = e.Digest,
    };

    private static string Insert(long id, long at) =>
        $"INSERT INTO \"AuditEntry\" (\"Id\", \"At\", \"Action\", \"Subject\") VALUES ({id}, {at}, 'stations.change', 'lain')";

    private async Task RestoreAsync()
    {
        await RunAsync([
            "DELETE FROM \"AuditPending\"", "DELETE FROM \"AuditSeal\"", "DELETE FROM \"AuditEntry\"",
            $"INSERT INTO \"AuditEntry\" (\"Id\", \"At\", \"Action\", \"Subject\") VALUES {string.Join(", ", _entries.Select(e => $"({e.Id}, {e.At.UtcTicks}, '{e.Action}', '{e.Subject}')"))}",
            $"INSERT INTO \"AuditSeal\" (\"Position\", \"EntryId\", \"Hash\") VALUES {string.Join(", ", _seals.Select(s => $"({s.Position}, {s.EntryId}, '{s.Hash}')"))}",
        ]);
    }

    // Whoever owns the database can take the triggers away; and the program is not running meanwhile.
    private async Task AllowAllAsync()
    {
        await _here.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Single(s => s.GetType().Name == "Sequencer").StopAsync(CancellationToken.None);
        foreach (var table in (string[])["AuditEntry", "AuditSeal"])
        {
            await RunAsync(_here.Storage.IsEmbedded
                ? [$"DROP TRIGGER \"{table}_no_update\"", $"DROP TRIGGER \"{table}_no_delete\""]
                : [$"DROP TRIGGER \"{table}_append_only\" ON \"{table}\""]);
        }
    }

    private Task<bool> RunAsync(params string[] statements) => _here.AskAsync(async database =>
    {
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
#pragma warning disable EF1002, EF1003 // The test's own text.
        foreach (var sql in statements) await database.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
#pragma warning restore EF1002, EF1003
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    });

    private Task<bool> AddAsync(string action, string subject) => _here.WithAsync(async (AuditLog log) =>
    {
        await log.AddAsync(action, subject);
        return true;
    }, save: true);

    private async Task UntilSealedAsync(int count)
    {
        for (var i = 0; i < 500; i++, await Task.Delay(20))
            if (await _here.AskAsync(d => d.Set<AuditSeal>().CountAsync()) == count) return;
        Assert.Fail("The entries were not sealed.");
    }

    // The command's own work, with the heads that lie in the data folder.
    private Task<(int Code, string Output, string Error)> VerifyAsync(params string[] heads) => _here.AskAsync(async database =>
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await AuditCommand.VerifyAsync(database, _here.Storage, [.. heads.Select(h => new FileInfo(h))], [], output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    });
}
