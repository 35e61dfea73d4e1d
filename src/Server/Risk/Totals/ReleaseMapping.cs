using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Risk.Totals;

internal sealed class ReleaseMapping : IEntityTypeConfiguration<ClassRelease>, IEntityTypeConfiguration<ReleasedTotals>
{
    public void Configure(EntityTypeBuilder<ClassRelease> builder)
    {
        builder.ToTable("ClassRelease").HasKey(r => r.Id);
        builder.Property(r => r.AreaCode).HasMaxLength(5);
        builder.Property(r => r.By).HasMaxLength(300);
        builder.Property(r => r.Office).HasMaxLength(200);
        builder.Property(r => r.Reason).HasMaxLength(ReleaseTotals.LongestReason);
        builder.Property(r => r.WithdrawnBy).HasMaxLength(300);
        builder.Property(r => r.WithdrawnReason).HasMaxLength(ReleaseTotals.LongestReason);
        builder.HasIndex(r => new { r.ElectionId, r.AreaCode, r.Id });
        builder.HasMany(r => r.Totals).WithOne().HasForeignKey(t => t.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReleasedTotals> builder)
    {
        builder.ToTable("ReleasedTotals").HasKey(t => new { t.ReleaseId, t.AreaCode });
        builder.Property(t => t.AreaCode).HasMaxLength(8);
    }
}
