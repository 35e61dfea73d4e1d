using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Guarding.Signing;

namespace TigaPilar.Server.Guarding.Filling;

internal sealed class FillingMapping : IEntityTypeConfiguration<PlanGroup>, IEntityTypeConfiguration<PlanStation>,
    IEntityTypeConfiguration<PolsekSheet>, IEntityTypeConfiguration<GuardOfficer>, IEntityTypeConfiguration<PlanSignature>, IEntityTypeConfiguration<PlanScan>
{
    public void Configure(EntityTypeBuilder<PlanGroup> builder)
    {
        builder.ToTable("GuardPlanGroup").HasKey(g => new { g.PlanId, g.Number });
        builder.Property(g => g.VillageCode).HasMaxLength(13);
        builder.Property(g => g.Site).HasMaxLength(GuardObjects.LongestName);
        builder.Property(g => g.Hours).HasMaxLength(GuardObjects.LongestHours);
        builder.Ignore(g => g.Label);
        builder.HasIndex(g => g.SheetId);
    }

    public void Configure(EntityTypeBuilder<PlanStation> builder)
    {
        builder.ToTable("GuardPlanStation").HasKey(s => new { s.PlanId, s.StationCode });
        builder.Property(s => s.StationCode).HasMaxLength(17);
        builder.HasIndex(s => new { s.PlanId, s.Group });
    }

    public void Configure(EntityTypeBuilder<PolsekSheet> builder)
    {
        builder.ToTable("GuardSheet").HasKey(s => s.Id);
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.Reason).HasMaxLength(300);
        builder.Property(s => s.QuotaReason).HasMaxLength(ShareQuota.LongestReason);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.PlanId);
    }

    public void Configure(EntityTypeBuilder<GuardOfficer> builder)
    {
        builder.ToTable("GuardOfficer").HasKey(o => o.Id);
        builder.Property(o => o.Name).HasMaxLength(120);
        builder.Property(o => o.Rank).HasMaxLength(40);
        builder.Property(o => o.ServiceNumber).HasMaxLength(20);
        builder.Property(o => o.Unit).HasMaxLength(80);
        builder.Property(o => o.Phone).HasMaxLength(30);
        builder.Property(o => o.LeftReason).HasMaxLength(200);
        builder.HasIndex(o => o.PlanId);
        builder.HasIndex(o => o.SheetId);
    }

    public void Configure(EntityTypeBuilder<PlanScan> builder)
    {
        builder.ToTable("GuardPlanScan").HasKey(s => s.Id);
        builder.Property(s => s.FileName).HasMaxLength(120);
        builder.Property(s => s.ContentType).HasMaxLength(40);
        builder.Property(s => s.Digest).HasMaxLength(64);
        builder.Property(s => s.By).HasMaxLength(300);
        builder.HasIndex(s => s.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanSignature> builder)
    {
        builder.ToTable("GuardPlanSignature").HasKey(s => s.PlanId);
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.Rank).HasMaxLength(40);
        builder.Property(s => s.Office).HasMaxLength(200);
        builder.Property(s => s.Number).HasMaxLength(80);
        builder.Property(s => s.Digest).HasMaxLength(64);
    }
}
