using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Elections;

internal sealed class ElectionMapping :
    IEntityTypeConfiguration<Election>, IEntityTypeConfiguration<Contest>,
    IEntityTypeConfiguration<ElectionStage>, IEntityTypeConfiguration<ElectionArea>, IEntityTypeConfiguration<ElectionDayChange>
{
    public void Configure(EntityTypeBuilder<Election> builder)
    {
        builder.ToTable("Election").HasKey(e => e.Id);
        builder.Property(e => e.Code).HasMaxLength(40);
        builder.HasIndex(e => e.Code).IsUnique();
        builder.Property(e => e.Name).HasMaxLength(120);
        builder.Property(e => e.TimeZone).HasMaxLength(40);
        builder.Property(e => e.LegalBasis).HasMaxLength(400);
        builder.HasMany(e => e.Contests).WithOne().HasForeignKey(c => c.ElectionId);
        builder.HasMany(e => e.Stages).WithOne().HasForeignKey(s => s.ElectionId);
        builder.HasMany(e => e.Areas).WithOne().HasForeignKey(a => a.ElectionId);
    }

    public void Configure(EntityTypeBuilder<Contest> builder)
    {
        builder.ToTable("Contest").HasKey(c => c.Id);
        builder.Property(c => c.Name).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<ElectionStage> builder)
    {
        builder.ToTable("ElectionStage").HasKey(s => s.Id);
        builder.Property(s => s.Name).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<ElectionArea> builder)
    {
        builder.ToTable("ElectionArea").HasKey(a => new { a.ElectionId, a.AreaCode });
        builder.Property(a => a.AreaCode).HasMaxLength(13);
    }

    public void Configure(EntityTypeBuilder<ElectionDayChange> builder)
    {
        builder.ToTable("ElectionDayChange").HasKey(c => c.Id);
        builder.Property(c => c.Reason).HasMaxLength(SaveElection.LongestReason);
        builder.Property(c => c.Law).HasMaxLength(SaveElection.LongestReason);
        builder.HasOne<Election>().WithMany().HasForeignKey(c => c.ElectionId).OnDelete(DeleteBehavior.Cascade);
    }
}
