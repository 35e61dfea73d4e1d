using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts;

namespace TigaPilar.Server.Storage;

/// <summary>
/// The one database of an installation. Rooms map their own types (<c>…Mapping.cs</c>) and reach them by
/// <see cref="DbContext.Set{TEntity}()"/>; the two subclasses carry nothing but the migrations of their engine.
/// </summary>
public abstract class Database(DbContextOptions options, WriteGate gate)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private bool _rightsChanged;

    /// <summary>Keys that sign cookies and tokens: in the database, so that several nodes share them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Begins a transaction that writes. On SQLite writers take turns here and not in the engine, whose busy-wait sleeps.
    /// </summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var turn = await gate.EnterAsync(cancel);
        try
        {
            var transaction = await base.Database.BeginTransactionAsync(cancel);
            return new WriteTransaction(transaction, turn, Committed);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="BeginWriteAsync"/>, on a thread that writes and does nothing else.</summary>
    internal WriteTransaction BeginWrite()
    {
        var turn = gate.Enter();
        try
        {
            return new WriteTransaction(base.Database.BeginTransaction(), turn, Committed);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        _rightsChanged |= GivesRightsAttribute.AreChanged(ChangeTracker);
        // Looking at them has found all changes: not once more.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (base.Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            using var turn = await gate.EnterAsync(cancellationToken);
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            Committed();
            return rows;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        // Only the framework's key ring saves without await, before the first request.
        if (base.Database.CurrentTransaction is not null) return base.SaveChanges(acceptAllChangesOnSuccess);
        using var turn = gate.Enter();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>For what is changed past the tracker: rights that were derived before are asked for anew once it is committed.</summary>
    internal void ChangesRights() => _rightsChanged = true;

    private void Committed()
    {
        gate.Pulse.Beat();
        if (_rightsChanged) gate.Rights.Next();
        _rightsChanged = false;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDbFunction(() => TextFunctions.Lower(default)).HasName("lower").IsBuiltIn();
        builder.ApplyConfigurationsFromAssembly(typeof(Database).Assembly);
    }
}
