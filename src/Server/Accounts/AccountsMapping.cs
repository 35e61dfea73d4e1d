using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Accounts;

internal sealed class AccountsMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<Device>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("AccountClaim");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("AccountLogin");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("AccountToken");

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Account");
        builder.HasIndex(a => a.PersonId);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitation").HasKey(i => i.Id);
        builder.Property(i => i.TokenDigest).HasMaxLength(64);
        builder.HasIndex(i => i.TokenDigest).IsUnique();
        builder.HasIndex(i => i.HoldingId);
    }

    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("Device").HasKey(d => d.Id);
        builder.Property(d => d.SecretDigest).HasMaxLength(64);
        builder.Property(d => d.Name).HasMaxLength(40);
        builder.HasIndex(d => d.SecretDigest).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
