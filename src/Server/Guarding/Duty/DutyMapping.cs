using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Guarding.Duty;

internal sealed class DutyMapping : IEntityTypeConfiguration<DutyRoll>, IEntityTypeConfiguration<DutyMember>
{
    public void Configure(EntityTypeBuilder<DutyRoll> builder)
    {
        builder.ToTable("DutyRoll").HasKey(r => r.Id);
        builder.Property(r => r.AreaCode).HasMaxLength(13);
        builder.Property(r => r.SignedBy).HasMaxLength(120);
        builder.Property(r => r.SignedOffice).HasMaxLength(200);
        builder.Property(r => r.Digest).HasMaxLength(64);
        builder.Property(r => r.Number).HasMaxLength(80);
        builder.HasIndex(r => new { r.Kind, r.ElectionId, r.AreaCode, r.Revision }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DutyMember> builder)
    {
        builder.ToTable("DutyMember").HasKey(m => m.Id);
        builder.Property(m => m.Name).HasMaxLength(120);
        builder.Property(m => m.Rank).HasMaxLength(40);
        builder.Property(m => m.ServiceNumber).HasMaxLength(20);
        builder.Property(m => m.Unit).HasMaxLength(80);
        builder.Property(m => m.Place).HasMaxLength(DutyLines.LongestPlace);
        builder.Property(m => m.Time).HasMaxLength(DutyLines.LongestTime);
        builder.Property(m => m.Phone).HasMaxLength(30);
        builder.HasOne<DutyRoll>().WithMany().HasForeignKey(m => m.RollId).OnDelete(DeleteBehavior.Cascade);
    }
}
