using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Offices;

internal sealed class OfficesMapping :
    IEntityTypeConfiguration<Pillar>, IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<Office>,
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonAlias>, IEntityTypeConfiguration<OfficeHolding>, IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Pillar> builder)
    {
        builder.ToTable("Pillar").HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("Agency").HasKey(a => a.Id);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Email).HasMaxLength(MailAddress.Longest);
        builder.HasOne(a => a.Pillar).WithMany().HasForeignKey(a => a.PillarCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Offices).WithOne(o => o.Agency).HasForeignKey(o => o.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("Office").HasKey(o => o.Id);
        builder.Property(o => o.Title).HasMaxLength(120);
        builder.Property(o => o.AreaCode).HasMaxLength(13);
        builder.HasIndex(o => o.AreaCode);
        builder.HasMany(o => o.Holdings).WithOne(h => h.Office).HasForeignKey(h => h.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("Person").HasKey(p => p.Id);
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.Rank).HasMaxLength(60);
        builder.Property(p => p.Corps).HasMaxLength(40);
        builder.HasMany(p => p.Aliases).WithOne().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PersonAlias> builder)
    {
        builder.ToTable("PersonAlias").HasKey(a => new { a.PersonId, a.Name });
        builder.Property(a => a.Name).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<OfficeHolding> builder)
    {
        builder.ToTable("OfficeHolding").HasKey(h => h.Id);
        builder.HasOne(h => h.Person).WithMany(p => p.Holdings).HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => h.PersonId);
    }

    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.ToTable("Leave").HasKey(l => l.Id);
        builder.Property(l => l.Reason).HasMaxLength(200);
        // A holding that is taken back on its first day takes its leave along.
        builder.HasOne(l => l.Holding).WithMany(h => h.Leaves).HasForeignKey(l => l.HoldingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(l => l.StandIn).WithMany().HasForeignKey(l => l.StandInId).OnDelete(DeleteBehavior.SetNull);
    }
}
