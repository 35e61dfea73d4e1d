using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Forces.Contacts;

internal sealed class ContactMapping : IEntityTypeConfiguration<StationContact>
{
    public void Configure(EntityTypeBuilder<StationContact> builder)
    {
        builder.ToTable("StationContact").HasKey(c => new { c.ElectionId, c.StationCode });
        builder.Property(c => c.ElectionId).ValueGeneratedNever();
        builder.Property(c => c.StationCode).HasMaxLength(17);
        builder.Property(c => c.Name).HasMaxLength(120);
        builder.Property(c => c.Phone).HasMaxLength(20);
        builder.Property(c => c.ReachedBy).HasMaxLength(200);
    }
}
