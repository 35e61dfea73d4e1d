using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Bawaslu;

/// <summary>What a case at Bawaslu is about.</summary>
public enum OffenceKind : byte
{
    /// <summary>Pelanggaran administrasi.</summary>
    Administrative = 1,

    /// <summary>Tindak pidana pemilihan.</summary>
    Crime = 2,

    /// <summary>Kode etik penyelenggara.</summary>
    Ethics = 3,

    /// <summary>Pelanggaran hukum lainnya.</summary>
    OtherLaw = 4,
}

/// <summary>
/// A case that went to Bawaslu by its own channel: the number of its receipt, the kind and the day until which it is followed
/// up. Who reported, whom and what stays with Bawaslu.
/// </summary>
public sealed class BawasluReceipt
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required OffenceKind Kind { get; init; }

    public required string AreaCode { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>By the clock of the election; see <see cref="HandlingClock"/>.</summary>
    public required DateOnly FollowUpBy { get; init; }

    /// <summary>The agency that noted it.</summary>
    public required Guid AgencyId { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Bawaslu said that it is at its end.</summary>
    public DateOnly? EndedOn { get; set; }
}

/// <summary>How long Bawaslu may take.</summary>
public static class HandlingClock
{
    /// <summary>
    /// The last day for the follow-up of what was received on a day: three calendar days and two more for what is asked
    /// after (Pilkada, UU 1/2015 art. 134); seven working days and fourteen more (Pemilu, UU 7/2017 art. 454).
    /// </summary>
    /// <returns>The last day with the longer term; a village head's election has no clock of Bawaslu and takes that of the Pilkada.</returns>
    public static DateOnly LastDay(ElectionKind kind, DateOnly received) => kind == ElectionKind.Pemilu ? WorkingDays(received, 7 + 14) : received.AddDays(3 + 2);

    // Saturdays and Sundays do not count; public holidays are not known here, so the day said is the earliest that it can be.
    private static DateOnly WorkingDays(DateOnly from, int days)
    {
        while (days > 0)
        {
            from = from.AddDays(1);
            if (from.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days--;
        }

        return from;
    }
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<BawasluReceipt>
{
    public const int LongestNumber = 60;

    public void Configure(EntityTypeBuilder<BawasluReceipt> builder)
    {
        builder.ToTable("BawasluReceipt").HasKey(r => r.Id);
        builder.Property(r => r.Number).HasMaxLength(LongestNumber);
        builder.Property(r => r.AreaCode).HasMaxLength(13);
        builder.Property(r => r.By).HasMaxLength(300);
        builder.HasIndex(r => new { r.AreaCode, r.Number }).IsUnique();
    }
}
