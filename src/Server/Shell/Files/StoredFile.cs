using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Shell.Files;

/// <summary>
/// A file that somebody sent, kept in the database so that a backup holds all. It belongs to the room that took it in, and
/// goes out by a route of that room alone, which asks whether the reader may have it.
/// </summary>
public sealed class StoredFile
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>The last part of the sender's name for it, with the ending of what it is.</summary>
    public required string Name { get; init; }

    /// <summary>As the content shows it, whatever its name says.</summary>
    public required string MediaType { get; init; }

    public required long Length { get; init; }

    /// <summary>Photos as they were drawn anew: without place, device and time of the phone.</summary>
    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A file without what is in it.</summary>
public sealed record FileNote(Guid Id, string Name, string MediaType, long Length, string Digest);

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFile").HasKey(f => f.Id);
        builder.Property(f => f.Digest).HasMaxLength(64);
        builder.Property(f => f.Name).HasMaxLength(120);
        builder.Property(f => f.MediaType).HasMaxLength(100);
    }
}
