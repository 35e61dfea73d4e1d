using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Incidents.Public;

namespace TigaPilar.Server.Incidents;

internal sealed class IncidentsMapping :
    IEntityTypeConfiguration<IncidentReport>, IEntityTypeConfiguration<Incident>, IEntityTypeConfiguration<IncidentStep>, IEntityTypeConfiguration<IncidentKind>, IEntityTypeConfiguration<ReportFile>, IEntityTypeConfiguration<Hotline>
{
    public const int LongestWhat = 1000;
    public const int LongestWhere = 200;
    public const int LongestTitle = 200;
    public const int LongestNote = 500;
    public const int LongestName = 80;

    public void Configure(EntityTypeBuilder<IncidentReport> builder)
    {
        builder.ToTable("IncidentReport").HasKey(r => r.Id);
        builder.Property(r => r.What).HasMaxLength(LongestWhat);
        builder.Property(r => r.Where).HasMaxLength(LongestWhere);
        builder.Property(r => r.AreaCode).HasMaxLength(13);
        builder.Property(r => r.By).HasMaxLength(300);
        builder.Property(r => r.CodeDigest).HasMaxLength(64);
        builder.Property(r => r.Reason).HasMaxLength(LongestNote);
        builder.Property(r => r.SortedBy).HasMaxLength(300);
        builder.Property(r => r.SealedContact).HasMaxLength(1000);
        builder.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => r.ContactUntil);
        builder.HasIndex(r => new { r.State, r.AreaCode, r.At });
        builder.HasIndex(r => r.IncidentId);
        builder.HasIndex(r => r.At);
        builder.HasIndex(r => new { r.AgencyId, r.At });
        builder.HasIndex(r => r.CodeDigest).IsUnique();
        builder.HasOne<Incident>().WithMany().HasForeignKey(r => r.IncidentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incident").HasKey(i => i.Id);
        builder.Ignore(i => i.IsOpen);
        builder.Property(i => i.Title).HasMaxLength(LongestTitle);
        builder.Property(i => i.Where).HasMaxLength(LongestWhere);
        builder.Property(i => i.AreaCode).HasMaxLength(13);
        builder.Property(i => i.Result).HasMaxLength(LongestNote);
        builder.HasIndex(i => new { i.AreaCode, i.State });
        builder.HasIndex(i => new { i.AgencyId, i.State });
        builder.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<IncidentKind>().WithMany().HasForeignKey(i => i.KindId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Incident>().WithMany().HasForeignKey(i => i.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportFile> builder)
    {
        builder.ToTable("ReportFile").HasKey(f => f.Id);
        builder.HasIndex(f => f.ReportId);
    }

    public void Configure(EntityTypeBuilder<Hotline> builder)
    {
        builder.ToTable("Hotline").HasKey(h => h.Id);
        builder.Property(h => h.AreaCode).HasMaxLength(13);
        builder.Property(h => h.Topic).HasMaxLength(LongestName);
        builder.Property(h => h.Number).HasMaxLength(30);
        builder.Property(h => h.Link).HasMaxLength(400);
        builder.Property(h => h.Hours).HasMaxLength(LongestName);
        builder.HasIndex(h => h.AreaCode);
    }

    public void Configure(EntityTypeBuilder<IncidentStep> builder)
    {
        builder.ToTable("IncidentStep").HasKey(s => s.Id);
        builder.Property(s => s.By).HasMaxLength(300);
        builder.Property(s => s.Note).HasMaxLength(LongestNote);
        builder.HasIndex(s => new { s.IncidentId, s.Id });
    }

    public void Configure(EntityTypeBuilder<IncidentKind> builder)
    {
        builder.ToTable("IncidentKind").HasKey(k => k.Id);
        builder.Property(k => k.AreaCode).HasMaxLength(13);
        builder.Property(k => k.Name).HasMaxLength(LongestName);
        builder.Property(k => k.Advice).HasMaxLength(LongestNote);
        builder.HasIndex(k => new { k.AreaCode, k.Name }).IsUnique();
    }
}
