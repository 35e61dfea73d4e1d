using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Guarding.Rules;

internal sealed class RulesMapping : IEntityTypeConfiguration<PatternEntry>, IEntityTypeConfiguration<StationTie>, IEntityTypeConfiguration<VillageWay>
{
    public void Configure(EntityTypeBuilder<PatternEntry> builder)
    {
        builder.ToTable("GuardPattern").HasKey(e => e.Id);
        builder.Property(e => e.AreaCode).HasMaxLength(13);
        builder.Property(e => e.LinmasPerStation).HasPrecision(8, 3);
        builder.Property(e => e.LegalBasis).HasMaxLength(KeepPatterns.LongestBasis);
        builder.Property(e => e.By).HasMaxLength(300);
        builder.Property(e => e.WithdrawnReason).HasMaxLength(KeepPatterns.LongestBasis);
        builder.HasIndex(e => new { e.AreaCode, e.EffectiveFrom });
    }

    public void Configure(EntityTypeBuilder<StationTie> builder)
    {
        builder.ToTable("GuardStationTie").HasKey(t => new { t.ElectionId, t.StationA, t.StationB });
        builder.Property(t => t.StationA).HasMaxLength(17);
        builder.Property(t => t.StationB).HasMaxLength(17);
        builder.Property(t => t.Reason).HasMaxLength(KeepWays.LongestReason);
        builder.Property(t => t.By).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<VillageWay> builder)
    {
        builder.ToTable("GuardVillageWay").HasKey(w => new { w.VillageA, w.VillageB });
        builder.Property(w => w.VillageA).HasMaxLength(13);
        builder.Property(w => w.VillageB).HasMaxLength(13);
        builder.Property(w => w.By).HasMaxLength(300);
    }
}
