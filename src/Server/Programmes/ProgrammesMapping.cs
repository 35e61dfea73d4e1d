using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Programmes;

internal sealed class ProgrammesMapping : IEntityTypeConfiguration<RuleAcknowledgement>
{
    public void Configure(EntityTypeBuilder<RuleAcknowledgement> builder)
    {
        builder.ToTable("RuleAcknowledgement").HasKey(a => new { a.CardKey, a.Version, a.AccountId });
        builder.Property(a => a.CardKey).HasMaxLength(60);
        builder.HasIndex(a => a.PersonId);
    }
}
