using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Risk.Flags;

internal sealed class FlagMapping : IEntityTypeConfiguration<IndicatorFlag>, IEntityTypeConfiguration<FlagImport>, IEntityTypeConfiguration<BandRule>
{
    public void Configure(EntityTypeBuilder<IndicatorFlag> builder)
    {
        builder.ToTable("IndicatorFlag").HasKey(f => new { f.ElectionId, f.StationCode, f.Indicator });
        builder.Property(f => f.ElectionId).ValueGeneratedNever();
        builder.Property(f => f.StationCode).HasMaxLength(17);
        builder.Property(f => f.Indicator).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<FlagImport> builder)
    {
        builder.ToTable("FlagImport").HasKey(i => i.Id);
        builder.Property(i => i.AreaCode).HasMaxLength(5);
        builder.Property(i => i.IndicatorSet).HasMaxLength(40);
        builder.Property(i => i.By).HasMaxLength(300);
        builder.HasIndex(i => new { i.ElectionId, i.AreaCode, i.Version }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BandRule> builder)
    {
        builder.ToTable("BandRule").HasKey(r => r.Id);
        builder.Property(r => r.AreaCode).HasMaxLength(5);
        builder.Property(r => r.Reason).HasMaxLength(SetBands.LongestBasis);
        builder.Property(r => r.By).HasMaxLength(300);
        builder.HasIndex(r => new { r.AreaCode, r.Id });
    }
}
