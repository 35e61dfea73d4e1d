using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Offices.Forums;

internal sealed class ForumsMapping :
    IEntityTypeConfiguration<Forum>, IEntityTypeConfiguration<ForumMember>, IEntityTypeConfiguration<ForumField>, IEntityTypeConfiguration<ForumDuty>
{
    public const int LongestField = 80;

    public void Configure(EntityTypeBuilder<Forum> builder)
    {
        builder.ToTable("Forum").HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(120);
        builder.Property(f => f.AreaCode).HasMaxLength(13);
        builder.Property(f => f.LegalBasis).HasMaxLength(200);
        builder.Property(f => f.DecreeNumber).HasMaxLength(80);
        builder.HasIndex(f => f.AreaCode);
        builder.HasMany(f => f.Members).WithOne().HasForeignKey(m => m.ForumId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(f => f.Fields).WithOne().HasForeignKey(f => f.ForumId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(f => f.Duties).WithOne().HasForeignKey(d => d.ForumId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ForumMember> builder)
    {
        builder.ToTable("ForumMember").HasKey(m => new { m.ForumId, m.OfficeId });
        builder.HasOne(m => m.Office).WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
        // Whoever worked in a field that is struck out stays a member.
        builder.HasOne<ForumField>().WithMany().HasForeignKey(m => m.FieldId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ForumField> builder)
    {
        builder.ToTable("ForumField").HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(LongestField);
    }

    public void Configure(EntityTypeBuilder<ForumDuty> builder)
    {
        builder.ToTable("ForumDuty").HasKey(d => new { d.ForumId, d.Kind });
        builder.HasOne<Office>().WithMany().HasForeignKey(d => d.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
