using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Shell.Files;

namespace TigaPilar.Server.Programmes.Outreach;

internal sealed class OutreachMapping :
    IEntityTypeConfiguration<OutreachEvent>, IEntityTypeConfiguration<OutreachAttendance>, IEntityTypeConfiguration<OutreachReach>, IEntityTypeConfiguration<OutreachEvidence>
{
    public const int LongestTitle = 200;
    public const int MostAttended = 100_000;
    public const int MostEvidence = 10;

    public void Configure(EntityTypeBuilder<OutreachEvent> builder)
    {
        builder.ToTable("OutreachEvent").HasKey(e => e.Id);
        builder.Ignore(e => e.Attended);
        builder.Property(e => e.Title).HasMaxLength(LongestTitle);
        builder.Property(e => e.RuleKey).HasMaxLength(60);
        builder.Property(e => e.Place).HasMaxLength(LongestTitle);
        builder.Property(e => e.AreaCode).HasMaxLength(13);
        builder.Property(e => e.By).HasMaxLength(300);
        builder.HasIndex(e => new { e.AreaCode, e.Day });
        builder.HasMany(e => e.Attendance).WithOne().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(e => e.Reached).WithOne(r => r.Event).HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(e => e.Evidence).WithOne().HasForeignKey(e => e.EventId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OutreachAttendance> builder) => builder.ToTable("OutreachAttendance").HasKey(a => new { a.EventId, a.Audience });

    public void Configure(EntityTypeBuilder<OutreachReach> builder)
    {
        builder.ToTable("OutreachReach").HasKey(r => r.Id);
        builder.Property(r => r.VillageCode).HasMaxLength(13);
        builder.HasIndex(r => r.VillageCode);
        builder.HasIndex(r => r.AgencyId);
    }

    public void Configure(EntityTypeBuilder<OutreachEvidence> builder)
    {
        builder.ToTable("OutreachEvidence").HasKey(e => e.Id);
        builder.Property(e => e.Note).HasMaxLength(LongestTitle);
        builder.Property(e => e.By).HasMaxLength(300);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
