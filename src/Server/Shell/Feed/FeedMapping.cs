using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Shell.Feed;

internal sealed class FeedMapping : IEntityTypeConfiguration<PendingEvent>, IEntityTypeConfiguration<FeedEvent>
{
    public void Configure(EntityTypeBuilder<PendingEvent> builder)
    {
        builder.ToTable("PendingEvent").HasKey(e => e.Id);
        builder.Property(e => e.Permission).HasMaxLength(40);
        builder.Property(e => e.AreaCode).HasMaxLength(17);
        builder.Property(e => e.Subject).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<FeedEvent> builder)
    {
        builder.ToTable("FeedEvent").HasKey(e => e.Position);
        builder.Property(e => e.Position).ValueGeneratedNever();
        builder.Property(e => e.Permission).HasMaxLength(40);
        builder.Property(e => e.AreaCode).HasMaxLength(17);
        builder.Property(e => e.Subject).HasMaxLength(120);
        builder.HasIndex(e => e.At);
    }
}
