using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Shell.Files;

namespace TigaPilar.Server.Actions.Orders;

/// <summary>What the paper is called.</summary>
public enum OrderKind : byte
{
    /// <summary>Surat perintah tugas, of government.</summary>
    Spt = 1,

    /// <summary>Surat perintah, of police and army.</summary>
    Sprin = 2,
}

/// <summary>
/// The order with which an item goes out to those who do it. The paper with the registry's number and the ink is the order;
/// this is its draft, and after the scan its copy, which nobody changes any more.
/// </summary>
public sealed class ActionOrder
{
    public required Guid ItemId { get; init; }

    public required OrderKind Kind { get; set; }

    /// <summary>The agency that gives it.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>To whom, as the paper says it.</summary>
    public required string Addressee { get; set; }

    /// <summary>What it rests on (dasar).</summary>
    public required string Reference { get; set; }

    /// <summary>What is ordered (untuk), a line for each point.</summary>
    public required string Text { get; set; }

    /// <summary>The office that signs: <c>Kepala Satpol PP</c>.</summary>
    public required string Signer { get; set; }

    /// <summary>The registry (TU) gives it, not this program; null until somebody types it.</summary>
    public string? Number { get; set; }

    /// <summary>The signed paper; with it the order is given and nothing is KONSEP.</summary>
    public Guid? ScanId { get; set; }

    public DateTimeOffset? IssuedAt { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>Who of the addressed agency has read it, and by which office.</summary>
    public string? AcknowledgedBy { get; set; }

    /// <summary>Goes up with each change, so that a stale form is told.</summary>
    public int Version { get; set; } = 1;

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class OrderMapping : IEntityTypeConfiguration<ActionOrder>
{
    public const int LongestLine = 300;
    public const int LongestText = 6000;
    public const int LongestNumber = 80;

    public void Configure(EntityTypeBuilder<ActionOrder> builder)
    {
        builder.ToTable("ActionOrder").HasKey(o => o.ItemId);
        builder.Property(o => o.Addressee).HasMaxLength(LongestLine);
        builder.Property(o => o.Reference).HasMaxLength(LongestText);
        builder.Property(o => o.Text).HasMaxLength(LongestText);
        builder.Property(o => o.Signer).HasMaxLength(LongestLine);
        builder.Property(o => o.Number).HasMaxLength(LongestNumber);
        builder.Property(o => o.AcknowledgedBy).HasMaxLength(LongestLine);
        builder.Property(o => o.By).HasMaxLength(LongestLine);
        builder.HasOne<ActionItem>().WithOne().HasForeignKey<ActionOrder>(o => o.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(o => o.ScanId).OnDelete(DeleteBehavior.Restrict);
    }
}
