using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Forces.Strength;

internal sealed class StrengthMapping : IEntityTypeConfiguration<ForceUnit>, IEntityTypeConfiguration<ForceFigure>
{
    public void Configure(EntityTypeBuilder<ForceUnit> builder)
    {
        builder.ToTable("ForceUnit").HasKey(u => u.Id);
        builder.Property(u => u.Name).HasMaxLength(SaveStrength.LongestName);
        builder.Property(u => u.AreaCode).HasMaxLength(13);
        builder.HasIndex(u => u.AreaCode);
    }

    public void Configure(EntityTypeBuilder<ForceFigure> builder)
    {
        builder.ToTable("ForceFigure").HasKey(f => f.Id);
        builder.Property(f => f.SaidBy).HasMaxLength(200);
        builder.HasOne<ForceUnit>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
