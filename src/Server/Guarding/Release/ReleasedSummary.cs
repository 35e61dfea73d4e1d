using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Guarding.Release;

/// <summary>A summary that was released or brought in. Only added to; of an election and kabupaten the one made last counts.</summary>
public sealed class ReleasedSummary
{
    public required Guid Id { get; init; }

    public required string ElectionCode { get; init; }

    public required string AreaCode { get; init; }

    public DateOnly? VotingDay { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it came as a file from another installation.</summary>
    public required bool FromFile { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who released it or brought it in, and by which office, as it was then.</summary>
    public required string By { get; init; }

    /// <summary>The <see cref="GuardSummary"/> as JSON; sixty days after voting day without its Padal.</summary>
    public required string Content { get; set; }

    internal GuardSummary Summary => JsonSerializer.Deserialize<GuardSummary>(Content)!;

    /// <summary>Takes those away who could be rung.</summary>
    internal void ForgetPadal() => Content = JsonSerializer.Serialize(Summary with { Padal = [] });
}

internal sealed class ReleaseMapping : IEntityTypeConfiguration<ReleasedSummary>
{
    public void Configure(EntityTypeBuilder<ReleasedSummary> builder)
    {
        builder.ToTable("GuardSummary").HasKey(s => s.Id);
        builder.Property(s => s.ElectionCode).HasMaxLength(40);
        builder.Property(s => s.AreaCode).HasMaxLength(13);
        builder.Property(s => s.By).HasMaxLength(300);
        builder.HasIndex(s => new { s.ElectionCode, s.AreaCode, s.MadeAt });
    }
}
