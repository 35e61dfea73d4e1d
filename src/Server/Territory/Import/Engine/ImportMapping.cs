using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Territory.Import.Engine;

internal sealed class ImportMapping :
    IEntityTypeConfiguration<ImportRecord>, IEntityTypeConfiguration<ImportNote>, IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportRecord> builder)
    {
        builder.ToTable("Import").HasKey(i => i.Id);
        builder.Property(i => i.ElectionCode).HasMaxLength(40);
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Digest).HasMaxLength(64);
        builder.Ignore(i => i.Rows);
        builder.Ignore(i => i.IsOfElection);
        builder.HasIndex(i => i.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<ImportNote> builder)
    {
        builder.ToTable("ImportNote").HasKey(n => new { n.ImportId, n.Number });
        builder.Property(n => n.Kind).HasMaxLength(40);
        builder.HasOne<ImportRecord>().WithMany().HasForeignKey(n => n.ImportId).OnDelete(DeleteBehavior.Cascade);
    }

    // Written before its import is, in the same transaction.
    public void Configure(EntityTypeBuilder<ImportChange> builder) =>
        builder.ToTable("ImportChange").HasKey(c => new { c.ImportId, c.Part, c.Number });
}
