using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.VotingDay.Boxes;
using TigaPilar.Server.VotingDay.Review;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay;

internal sealed class VotingDayMapping :
    IEntityTypeConfiguration<StationWord>, IEntityTypeConfiguration<StationDay>, IEntityTypeConfiguration<DaySettings>, IEntityTypeConfiguration<QuietVillage>, IEntityTypeConfiguration<DayPulse>,
    IEntityTypeConfiguration<BoxHandover>, IEntityTypeConfiguration<BoxHandoverNames>,
    IEntityTypeConfiguration<MenAfter>, IEntityTypeConfiguration<RevoteAdvice>, IEntityTypeConfiguration<ReviewNote>, IEntityTypeConfiguration<ReviewMatter>
{
    public const int LongestNote = 200;
    public const int LongestName = 120;
    public const int LongestText = 2000;
    private const int LongestBy = 300;
    private const int Station = 17;
    private const int Village = 13;
    private const int Kecamatan = 8;
    private const int Kabupaten = 5;

    public void Configure(EntityTypeBuilder<StationWord> builder)
    {
        builder.ToTable("StationWord").HasKey(w => new { w.SentId, w.StationCode });
        builder.Property(w => w.StationCode).HasMaxLength(Station);
        builder.Property(w => w.VillageCode).HasMaxLength(Village);
        builder.Property(w => w.Note).HasMaxLength(LongestNote);
        builder.Property(w => w.By).HasMaxLength(LongestBy);
        builder.HasIndex(w => new { w.ElectionId, w.StationCode, w.ReceivedAt });
    }

    public void Configure(EntityTypeBuilder<StationDay> builder)
    {
        builder.ToTable("StationDay").HasKey(d => new { d.ElectionId, d.StationCode });
        builder.Property(d => d.StationCode).HasMaxLength(Station);
        builder.Property(d => d.Note).HasMaxLength(LongestNote);
        builder.Property(d => d.By).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<DaySettings> builder)
    {
        builder.ToTable("DaySettings").HasKey(s => new { s.ElectionId, s.KabupatenCode });
        builder.Property(s => s.KabupatenCode).HasMaxLength(Kabupaten);
        builder.Property(s => s.Addressee).HasMaxLength(LongestNote);
        builder.Property(s => s.Closing).HasMaxLength(LongestNote);
    }

    public void Configure(EntityTypeBuilder<QuietVillage> builder)
    {
        builder.ToTable("QuietVillage").HasKey(v => new { v.ElectionId, v.VillageCode });
        builder.Property(v => v.VillageCode).HasMaxLength(Village);
        builder.Property(v => v.Way).HasMaxLength(LongestNote);
    }

    public void Configure(EntityTypeBuilder<DayPulse> builder)
    {
        builder.ToTable("DayPulse").HasKey(p => new { p.ElectionId, p.KabupatenCode });
        builder.Property(p => p.KabupatenCode).HasMaxLength(Kabupaten);
    }

    public void Configure(EntityTypeBuilder<BoxHandover> builder)
    {
        builder.ToTable("BoxHandover").HasKey(h => h.Id);
        builder.Property(h => h.FromCode).HasMaxLength(Station);
        builder.Property(h => h.ToCode).HasMaxLength(Station);
        builder.Property(h => h.AreaCode).HasMaxLength(Station);
        builder.Property(h => h.Note).HasMaxLength(LongestNote);
        builder.Property(h => h.By).HasMaxLength(LongestBy);
        builder.HasIndex(h => new { h.ElectionId, h.AreaCode });
    }

    public void Configure(EntityTypeBuilder<BoxHandoverNames> builder)
    {
        builder.ToTable("BoxHandoverNames").HasKey(n => n.HandoverId);
        builder.Property(n => n.GivenBy).HasMaxLength(LongestName);
        builder.Property(n => n.TakenBy).HasMaxLength(LongestName);
        builder.HasOne<BoxHandover>().WithOne().HasForeignKey<BoxHandoverNames>(n => n.HandoverId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MenAfter> builder)
    {
        builder.ToTable("MenAfter").HasKey(m => new { m.ElectionId, m.KecamatanCode });
        builder.Property(m => m.KecamatanCode).HasMaxLength(Kecamatan);
        builder.Property(m => m.By).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<RevoteAdvice> builder)
    {
        builder.ToTable("RevoteAdvice").HasKey(a => new { a.ElectionId, a.StationCode });
        builder.Property(a => a.StationCode).HasMaxLength(Station);
        builder.Property(a => a.Letter).HasMaxLength(LongestNote);
        builder.Property(a => a.By).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<ReviewNote> builder)
    {
        builder.ToTable("ReviewNote").HasKey(n => new { n.ElectionId, n.KabupatenCode, n.Part });
        builder.Property(n => n.KabupatenCode).HasMaxLength(Kabupaten);
        builder.Property(n => n.Text).HasMaxLength(LongestText);
        builder.Property(n => n.By).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<ReviewMatter> builder)
    {
        builder.ToTable("ReviewMatter").HasKey(m => m.Id);
        builder.Property(m => m.KabupatenCode).HasMaxLength(Kabupaten);
        builder.Property(m => m.Matter).HasMaxLength(LongestNote);
        builder.Property(m => m.Owner).HasMaxLength(LongestName);
        builder.Property(m => m.By).HasMaxLength(LongestBy);
        builder.HasIndex(m => new { m.ElectionId, m.KabupatenCode });
    }
}
