using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Shell.Audit;

internal sealed class AuditMapping :
    IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditPending>, IEntityTypeConfiguration<AuditSeal>,
    IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntry").HasKey(e => e.Id);
        builder.Property(e => e.Action).HasMaxLength(60);
        builder.Property(e => e.Subject).HasMaxLength(120);
        builder.Property(e => e.AreaCode).HasMaxLength(17);
        builder.Property(e => e.Digest).HasMaxLength(64);
        builder.HasIndex(e => e.Subject);
    }

    public void Configure(EntityTypeBuilder<AuditPending> builder)
    {
        builder.ToTable("AuditPending").HasKey(p => p.EntryId);
        builder.Property(p => p.EntryId).ValueGeneratedNever();
        builder.HasOne(p => p.Entry).WithOne().HasForeignKey<AuditPending>(p => p.EntryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        // No foreign key: a seal whose entry is gone is what the verifier looks for.
        builder.ToTable("AuditSeal").HasKey(s => s.Position);
        builder.Property(s => s.Position).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.HasIndex(s => s.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead").HasKey(h => h.Position);
        builder.Property(h => h.Position).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.Property(h => h.Key).HasMaxLength(200);
        builder.Property(h => h.Signature).HasMaxLength(120);
    }
}
