using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Messages;

internal sealed class MessagesMapping : IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<MessageCopy>
{
    public const int LongestSubject = 200;
    public const int LongestBody = 4000;
    public const int LongestAnswer = 1000;

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Message").HasKey(m => m.Id);
        builder.Ignore(m => m.AsksAnswer);
        builder.Property(m => m.Subject).HasMaxLength(LongestSubject);
        builder.Property(m => m.Body).HasMaxLength(LongestBody);
        builder.Property(m => m.AreaCode).HasMaxLength(13);
        builder.Property(m => m.By).HasMaxLength(300);
        builder.HasIndex(m => new { m.SenderAgencyId, m.SentAt });
        builder.HasIndex(m => new { m.AreaCode, m.SentAt });
        builder.HasMany(m => m.Copies).WithOne(c => c.Message).HasForeignKey(c => c.MessageId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MessageCopy> builder)
    {
        builder.ToTable("MessageCopy").HasKey(c => c.Id);
        builder.Property(c => c.Office).HasMaxLength(260);
        builder.Property(c => c.AreaCode).HasMaxLength(13);
        builder.Property(c => c.SeenBy).HasMaxLength(300);
        builder.Property(c => c.Answer).HasMaxLength(LongestAnswer);
        builder.Property(c => c.AnsweredBy).HasMaxLength(300);
        builder.HasIndex(c => new { c.MessageId, c.OfficeId }).IsUnique();
        builder.HasIndex(c => c.OfficeId);
    }
}
