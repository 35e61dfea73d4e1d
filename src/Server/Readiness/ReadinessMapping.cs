using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Readiness;

internal sealed class ReadinessMapping :
    IEntityTypeConfiguration<ReadinessAnswer>, IEntityTypeConfiguration<ReadinessSignature>, IEntityTypeConfiguration<ReadinessList>, IEntityTypeConfiguration<Obstacle>
{
    public const int LongestPoint = 80;
    public const int LongestNote = 300;
    public const int MostPoints = 20;

    public void Configure(EntityTypeBuilder<ReadinessAnswer> builder)
    {
        builder.ToTable("ReadinessAnswer").HasKey(a => new { a.ElectionId, a.AgencyId, a.Point });
        builder.Property(a => a.Point).HasMaxLength(LongestPoint);
        builder.Property(a => a.Note).HasMaxLength(LongestNote);
        builder.Property(a => a.By).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<ReadinessSignature> builder)
    {
        builder.ToTable("ReadinessSignature").HasKey(s => new { s.ElectionId, s.AgencyId });
        builder.Property(s => s.By).HasMaxLength(300);
        builder.Property(s => s.Digest).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<ReadinessList> builder)
    {
        builder.ToTable("ReadinessList").HasKey(l => new { l.AreaCode, l.Kind });
        builder.Property(l => l.AreaCode).HasMaxLength(13);
        builder.Property(l => l.Points).HasMaxLength(MostPoints * (LongestPoint + 1));
    }

    public void Configure(EntityTypeBuilder<Obstacle> builder)
    {
        builder.ToTable("ReadinessObstacle").HasKey(o => o.Id);
        builder.Property(o => o.What).HasMaxLength(LongestNote);
        builder.Property(o => o.Result).HasMaxLength(LongestNote);
        builder.Property(o => o.By).HasMaxLength(300);
        builder.Property(o => o.EscalatedBy).HasMaxLength(300);
        builder.Property(o => o.SolvedBy).HasMaxLength(300);
        builder.HasIndex(o => new { o.ElectionId, o.AgencyId });
    }
}
