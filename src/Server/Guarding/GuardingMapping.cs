using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Guarding;

internal sealed class GuardingMapping : IEntityTypeConfiguration<GuardPlanRecord>
{
    public void Configure(EntityTypeBuilder<GuardPlanRecord> builder)
    {
        builder.ToTable("GuardPlan").HasKey(p => p.Id);
        builder.Property(p => p.AreaCode).HasMaxLength(13);
        builder.Property(p => p.Answer).HasMaxLength(1000);
        builder.HasIndex(p => new { p.ElectionId, p.AreaCode, p.Version }).IsUnique();
    }
}
