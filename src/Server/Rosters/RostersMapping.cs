using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Rosters;

internal sealed class RostersMapping : IEntityTypeConfiguration<Roster>, IEntityTypeConfiguration<DutyShift>, IEntityTypeConfiguration<DutyPost>
{
    public const int LongestName = 120;
    public const int LongestRole = 60;
    public const int MostShifts = 400;
    public const int MostPosts = 30;

    public void Configure(EntityTypeBuilder<Roster> builder)
    {
        builder.ToTable("Roster").HasKey(r => r.Id);
        builder.Property(r => r.Name).HasMaxLength(LongestName);
        builder.Property(r => r.AreaCode).HasMaxLength(13);
        builder.HasIndex(r => r.AreaCode);
        builder.HasMany(r => r.Shifts).WithOne(s => s.Roster).HasForeignKey(s => s.RosterId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DutyShift> builder)
    {
        builder.ToTable("DutyShift").HasKey(s => s.Id);
        builder.HasIndex(s => new { s.RosterId, s.StartsAt, s.EndsAt }).IsUnique();
        builder.HasIndex(s => s.EndsAt);
        builder.HasMany(s => s.Posts).WithOne(p => p.Shift).HasForeignKey(p => p.ShiftId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DutyPost> builder)
    {
        builder.ToTable("DutyPost").HasKey(p => p.Id);
        builder.Property(p => p.Role).HasMaxLength(LongestRole);
        builder.Property(p => p.Name).HasMaxLength(LongestName);
        builder.Property(p => p.Phone).HasMaxLength(20);
        builder.Property(p => p.AcknowledgedBy).HasMaxLength(300);
        builder.HasIndex(p => p.OfficeId);
    }
}
