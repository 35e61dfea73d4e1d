using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Meetings.Briefings;
using TigaPilar.Server.Meetings.Calendar;
using TigaPilar.Server.Meetings.Letters.Templates;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Meetings;

internal sealed class MeetingsMapping :
    IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<LetterFile>,
    IEntityTypeConfiguration<MinutesParagraph>, IEntityTypeConfiguration<ParagraphVersion>, IEntityTypeConfiguration<Decision>,
    IEntityTypeConfiguration<MinutesSignature>, IEntityTypeConfiguration<Objection>,
    IEntityTypeConfiguration<LetterMail>, IEntityTypeConfiguration<LetterTemplate>, IEntityTypeConfiguration<CalendarFeed>, IEntityTypeConfiguration<Briefing>
{
    /// <summary>Longest subject and place.</summary>
    public const int Words = 200;

    /// <summary>Longest paragraph, decision and objection.</summary>
    public const int LongWords = 4000;

    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meeting").HasKey(m => m.Id);
        builder.Ignore(m => m.IsOpen);
        foreach (var name in (string[])[nameof(Meeting.Subject), nameof(Meeting.Theme), nameof(Meeting.Place), nameof(Meeting.SignerName), nameof(Meeting.SignerTitle)]) builder.Property(name).HasMaxLength(Words);
        builder.Property(m => m.Link).HasMaxLength(400);
        builder.Property(m => m.LettersUrl).HasMaxLength(200);
        builder.Property(m => m.AreaCode).HasMaxLength(13);
        builder.Property(m => m.LetterNumber).HasMaxLength(80);
        builder.Property(m => m.DoorKey).HasMaxLength(32);
        builder.Property(m => m.ClosedBy).HasMaxLength(300);
        builder.Property(m => m.ClosedWith).HasMaxLength(1000);
        builder.HasIndex(m => new { m.AreaCode, m.StartsAt });
        builder.HasIndex(m => m.DoorKey).IsUnique();
        builder.HasMany(m => m.Agenda).WithOne().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Invitations).WithOne().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItem").HasKey(a => a.Id);
        builder.Property(a => a.Title).HasMaxLength(Words);
        builder.Property(a => a.Speaker).HasMaxLength(Words);
        builder.HasIndex(a => new { a.MeetingId, a.Position });
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("MeetingInvitation").HasKey(i => i.Id);
        builder.Ignore(i => i.IsPresent);
        builder.Property(i => i.Title).HasMaxLength(120);
        builder.Property(i => i.Agency).HasMaxLength(120);
        builder.Property(i => i.Holder).HasMaxLength(300);
        builder.Property(i => i.Pillar).HasMaxLength(40);
        builder.Property(i => i.Unit).HasMaxLength(36);
        builder.Property(i => i.AreaCode).HasMaxLength(13);
        builder.Property(i => i.Token).HasMaxLength(32);
        builder.Property(i => i.AnsweredBy).HasMaxLength(300);
        builder.Property(i => i.Delegate).HasMaxLength(300);
        builder.Property(i => i.ArrivedBy).HasMaxLength(300);
        builder.Property(i => i.LetterDigest).HasMaxLength(64);
        builder.HasIndex(i => new { i.MeetingId, i.OfficeId }).IsUnique();
        builder.HasIndex(i => i.OfficeId);
        // What is still to be written is looked for again and again, among all letters that ever went out.
        builder.HasIndex(i => i.MeetingId, "IX_MeetingInvitation_Unwritten").HasFilter("\"LetterDigest\" IS NULL");
        builder.HasIndex(i => i.Token).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LetterFile> builder)
    {
        builder.ToTable("LetterFile").HasKey(f => f.InvitationId);
        builder.HasOne<Invitation>().WithOne().HasForeignKey<LetterFile>(f => f.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LetterMail> builder)
    {
        builder.ToTable("LetterMail").HasKey(m => m.InvitationId);
        builder.Property(m => m.Address).HasMaxLength(MailAddress.Longest);
        builder.HasIndex(m => new { m.State, m.NextAt });
        builder.HasOne(m => m.Invitation).WithOne().HasForeignKey<LetterMail>(m => m.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.ToTable("LetterTemplate").HasKey(t => t.AgencyId);
        builder.Property(t => t.By).HasMaxLength(300);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(t => t.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeed").HasKey(f => f.AccountId);
        builder.Property(f => f.SecretDigest).HasMaxLength(64);
        builder.HasIndex(f => f.SecretDigest).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Briefing> builder)
    {
        builder.ToTable("MeetingBriefing").HasKey(b => b.Id);
        builder.Property(b => b.By).HasMaxLength(300);
        builder.HasIndex(b => new { b.AgendaItemId, b.Version }).IsUnique();
        builder.HasIndex(b => b.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(b => b.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(b => b.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(b => b.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MinutesParagraph> builder)
    {
        builder.ToTable("MinutesParagraph").HasKey(p => p.Id);
        builder.Property(p => p.Text).HasMaxLength(LongWords);
        builder.Property(p => p.By).HasMaxLength(300);
        builder.HasIndex(p => new { p.MeetingId, p.Position });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ParagraphVersion> builder)
    {
        builder.ToTable("ParagraphVersion").HasKey(v => new { v.ParagraphId, v.Version });
        builder.Property(v => v.Text).HasMaxLength(LongWords);
        builder.Property(v => v.By).HasMaxLength(300);
        builder.HasIndex(v => v.MeetingId);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("MeetingDecision").HasKey(d => d.Id);
        builder.Property(d => d.Text).HasMaxLength(LongWords);
        builder.Property(d => d.NoFollowUp).HasMaxLength(Words);
        builder.HasIndex(d => new { d.MeetingId, d.Number }).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MinutesSignature> builder)
    {
        builder.ToTable("MinutesSignature").HasKey(s => new { s.MeetingId, s.Part });
        builder.Property(s => s.Name).HasMaxLength(Words);
        builder.Property(s => s.Office).HasMaxLength(300);
        builder.Property(s => s.Digest).HasMaxLength(64);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("MeetingObjection").HasKey(o => o.Id);
        builder.Property(o => o.Agency).HasMaxLength(120);
        builder.Property(o => o.Pillar).HasMaxLength(40);
        builder.Property(o => o.Text).HasMaxLength(LongWords);
        builder.Property(o => o.By).HasMaxLength(300);
        builder.HasIndex(o => o.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(o => o.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
