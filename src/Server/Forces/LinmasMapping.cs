using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Forces;

internal sealed class LinmasMapping : IEntityTypeConfiguration<LinmasMember>, IEntityTypeConfiguration<LinmasTraining>,
    IEntityTypeConfiguration<LinmasPosting>, IEntityTypeConfiguration<LinmasRoll>, IEntityTypeConfiguration<LinmasChange>, IEntityTypeConfiguration<AgeRule>
{
    public void Configure(EntityTypeBuilder<LinmasMember> builder)
    {
        builder.ToTable("LinmasMember").HasKey(m => m.Id);
        builder.Property(m => m.VillageCode).HasMaxLength(13);
        builder.Property(m => m.Name).HasMaxLength(120);
        builder.Property(m => m.Phone).HasMaxLength(20);
        builder.Property(m => m.CardNumber).HasMaxLength(40);
        builder.Property(m => m.StopReason).HasMaxLength(200);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.VillageCode);
    }

    public void Configure(EntityTypeBuilder<LinmasTraining> builder)
    {
        builder.ToTable("LinmasTraining").HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasMaxLength(80);
        builder.HasOne<LinmasMember>().WithMany(m => m.Trainings).HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LinmasPosting> builder)
    {
        builder.ToTable("LinmasPosting").HasKey(p => new { p.ElectionId, p.MemberId });
        builder.Property(p => p.StationCode).HasMaxLength(17);
        builder.HasIndex(p => new { p.ElectionId, p.StationCode, p.Gate }).IsUnique();
        builder.HasOne<LinmasMember>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LinmasRoll> builder)
    {
        builder.ToTable("LinmasRoll").HasKey(r => new { r.ElectionId, r.VillageCode });
        builder.Property(r => r.VillageCode).HasMaxLength(13);
        builder.Property(r => r.DecreeNumber).HasMaxLength(80);
        builder.Property(r => r.ElectionId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AgeRule> builder)
    {
        builder.ToTable("LinmasAgeRule").HasKey(r => r.Id);
        builder.Property(r => r.LegalBasis).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<LinmasChange> builder)
    {
        builder.ToTable("LinmasChange").HasKey(c => c.Id);
        builder.Property(c => c.VillageCode).HasMaxLength(13);
        builder.Property(c => c.Reason).HasMaxLength(200);
        builder.HasIndex(c => new { c.ElectionId, c.VillageCode });
    }
}
