using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Offices.Forums;

internal sealed class ForumsMapping : IEntityTypeConfiguration<Forum>, IEntityTypeConfiguration<ForumMember>
{
    public void Configure(EntityTypeBuilder<Forum> builder)
    {
        builder.ToTable("Forum").HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(120);
        builder.Property(f => f.AreaCode).HasMaxLength(13);
        builder.Property(f => f.LegalBasis).HasMaxLength(200);
        builder.Property(f => f.DecreeNumber).HasMaxLength(80);
        builder.HasIndex(f => f.AreaCode);
        builder.HasMany(f => f.Members).WithOne().HasForeignKey(m => m.ForumId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ForumMember> builder)
    {
        builder.ToTable("ForumMember").HasKey(m => new { m.ForumId, m.OfficeId });
        builder.HasOne(m => m.Office).WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
