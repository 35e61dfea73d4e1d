using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Territory;

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<AreaBoundary>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("Area").HasKey(a => a.Code);
        builder.Property(a => a.Code).HasMaxLength(13);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.HasIndex(a => new { a.Kind, a.Code });
    }

    public void Configure(EntityTypeBuilder<AreaBoundary> builder)
    {
        builder.ToTable("AreaBoundary").HasKey(b => b.AreaCode);
        builder.Property(b => b.AreaCode).HasMaxLength(13);
        builder.HasOne<Area>().WithOne().HasForeignKey<AreaBoundary>(b => b.AreaCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JurisdictionMapping : IEntityTypeConfiguration<Jurisdiction>, IEntityTypeConfiguration<JurisdictionArea>
{
    public void Configure(EntityTypeBuilder<Jurisdiction> builder)
    {
        builder.ToTable("Jurisdiction").HasKey(j => j.Id);
        builder.Property(j => j.Name).HasMaxLength(200);
        builder.HasOne<Jurisdiction>().WithMany().HasForeignKey(j => j.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<JurisdictionArea> builder)
    {
        builder.ToTable("JurisdictionArea").HasKey(a => new { a.JurisdictionId, a.AreaCode });
        builder.Property(a => a.AreaCode).HasMaxLength(13);
        builder.HasOne<Jurisdiction>().WithMany().HasForeignKey(a => a.JurisdictionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Area>().WithMany().HasForeignKey(a => a.AreaCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StationMapping : IEntityTypeConfiguration<Station>
{
    // The village is checked when a list is read; a foreign key on a part of the code is not to be had, and a copy of
    // the village's code in each of 820,161 rows would be paid by every import.
    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.ToTable("Station").HasKey(s => new { s.ElectionId, s.Code });
        builder.Property(s => s.Code).HasMaxLength(17);
        builder.Property(s => s.Place).HasMaxLength(200);
        builder.Property(s => s.MergedIntoCode).HasMaxLength(17);
        builder.Property(s => s.ElectionId).ValueGeneratedNever();
    }
}
