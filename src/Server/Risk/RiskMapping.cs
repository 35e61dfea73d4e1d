using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Risk;

internal sealed class RiskMapping : IEntityTypeConfiguration<StationAssessment>
{
    public void Configure(EntityTypeBuilder<StationAssessment> builder)
    {
        builder.ToTable("StationAssessment").HasKey(a => a.Id);
        builder.Property(a => a.StationCode).HasMaxLength(17);
        builder.Property(a => a.Reason).HasMaxLength(300);
        builder.Property(a => a.By).HasMaxLength(300);
        builder.HasIndex(a => new { a.ElectionId, a.StationCode, a.Id });
    }
}
