using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Reporting.Schedules;

namespace TigaPilar.Server.Reporting;

internal sealed class ReportingMapping :
    IEntityTypeConfiguration<ReportSchedule>, IEntityTypeConfiguration<ReportRhythm>, IEntityTypeConfiguration<SituationReport>, IEntityTypeConfiguration<ReportEntry>,
    IEntityTypeConfiguration<DayPlan>, IEntityTypeConfiguration<ReportSummary>, IEntityTypeConfiguration<ReportSummaryPart>, IEntityTypeConfiguration<ReportForm>
{
    public const int LongestSituation = 2000;
    public const int LongestWhat = 300;
    public const int LongestAnswer = 500;
    public const int LongestWhere = 200;
    public const int LongestPlan = 200;
    public const int LongestBy = 300;
    public const int LongestName = 120;

    public void Configure(EntityTypeBuilder<ReportSchedule> builder)
    {
        builder.ToTable("ReportSchedule").HasKey(s => s.Id);
        builder.Property(s => s.AreaCode).HasMaxLength(13);
        builder.Property(s => s.Name).HasMaxLength(ReportSchedule.LongestName);
        builder.Property(s => s.Addressee).HasMaxLength(ReportSchedule.LongestWords);
        builder.Property(s => s.Closing).HasMaxLength(ReportSchedule.LongestWords);
        builder.Property(s => s.LegalBasis).HasMaxLength(ReportSchedule.LongestWords);
        builder.HasIndex(s => new { s.AreaCode, s.Level }).IsUnique();
        builder.HasMany(s => s.Rhythms).WithOne().HasForeignKey(r => r.ScheduleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportRhythm> builder)
    {
        builder.ToTable("ReportRhythm").HasKey(r => new { r.ScheduleId, r.ValidFrom });
        builder.Property(r => r.By).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<SituationReport> builder)
    {
        builder.ToTable("SituationReport").HasKey(r => r.Id);
        builder.Property(r => r.AreaCode).HasMaxLength(13);
        builder.Property(r => r.Key).HasMaxLength(100);
        builder.Property(r => r.Situation).HasMaxLength(LongestSituation);
        builder.Property(r => r.By).HasMaxLength(LongestBy);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.HasIndex(r => new { r.ScheduleId, r.Day });
        builder.HasIndex(r => new { r.AgencyId, r.Day });
        builder.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportEntry> builder)
    {
        builder.ToTable("ReportEntry").HasKey(e => e.Id);
        builder.Property(e => e.What).HasMaxLength(LongestWhat);
        builder.Property(e => e.Where).HasMaxLength(LongestWhere);
        builder.Property(e => e.When).HasMaxLength(LongestWhere);
        foreach (var answer in (string[])[nameof(ReportEntry.Who), nameof(ReportEntry.Why), nameof(ReportEntry.How), nameof(ReportEntry.Done), nameof(ReportEntry.Advice)])
            builder.Property(answer).HasMaxLength(LongestAnswer);
    }

    public void Configure(EntityTypeBuilder<DayPlan> builder)
    {
        builder.ToTable("DayPlan").HasKey(p => p.Id);
        builder.Property(p => p.AreaCode).HasMaxLength(13);
        builder.Property(p => p.What).HasMaxLength(LongestPlan);
        builder.Property(p => p.Note).HasMaxLength(LongestPlan);
        builder.Property(p => p.By).HasMaxLength(LongestBy);
        builder.Property(p => p.ToldBy).HasMaxLength(LongestBy);
        builder.HasIndex(p => new { p.ScheduleId, p.Day, p.AgencyId });
    }

    public void Configure(EntityTypeBuilder<ReportSummary> builder)
    {
        builder.ToTable("ReportSummary").HasKey(s => s.Id);
        builder.Property(s => s.Situation).HasMaxLength(LongestSituation);
        builder.Property(s => s.By).HasMaxLength(LongestBy);
        builder.HasIndex(s => new { s.ScheduleId, s.Day, s.Minute, s.Version }).IsUnique();
        builder.HasMany(s => s.Parts).WithOne().HasForeignKey(p => p.SummaryId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportSummaryPart> builder)
    {
        builder.ToTable("ReportSummaryPart").HasKey(p => new { p.SummaryId, p.ReportId });
        builder.HasOne<SituationReport>().WithMany().HasForeignKey(p => p.ReportId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportForm> builder)
    {
        builder.ToTable("ReportForm").HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(LongestName);
        builder.Property(f => f.By).HasMaxLength(LongestBy);
        builder.HasIndex(f => f.AgencyId);
    }
}
