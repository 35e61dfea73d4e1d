using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell.Files;

namespace TigaPilar.Server.Actions;

internal sealed class ActionsMapping : IEntityTypeConfiguration<ActionItem>, IEntityTypeConfiguration<ActionStep>, IEntityTypeConfiguration<ActionEvidence>
{
    public void Configure(EntityTypeBuilder<ActionItem> builder)
    {
        builder.ToTable("ActionItem").HasKey(i => i.Id);
        builder.Property(i => i.Title).HasMaxLength(NewAction.LongestTitle);
        builder.Property(i => i.Detail).HasMaxLength(NewAction.LongestDetail);
        builder.Property(i => i.AreaCode).HasMaxLength(13);
        builder.Property(i => i.CreatedBy).HasMaxLength(300);
        builder.Property(i => i.Source).HasMaxLength(NewAction.LongestSource);
        builder.Ignore(i => i.IsOpen);
        builder.HasOne(i => i.Parent).WithMany().HasForeignKey(i => i.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.ParentId, i.State });
        builder.HasIndex(i => i.AreaCode);
        builder.HasIndex(i => new { i.OwnerId, i.State });
        builder.HasIndex(i => i.AskerId);
        builder.HasIndex(i => i.DecisionId);
    }

    public void Configure(EntityTypeBuilder<ActionStep> builder)
    {
        builder.ToTable("ActionStep").HasKey(s => s.Id);
        builder.Property(s => s.By).HasMaxLength(300);
        builder.Property(s => s.Note).HasMaxLength(ActionLimits.LongestNote);
        builder.HasOne<ActionItem>().WithMany().HasForeignKey(s => s.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ItemId, s.Id });
    }

    public void Configure(EntityTypeBuilder<ActionEvidence> builder)
    {
        builder.ToTable("ActionEvidence").HasKey(e => e.Id);
        builder.Property(e => e.Note).HasMaxLength(ActionLimits.LongestNote);
        builder.Property(e => e.By).HasMaxLength(300);
        builder.HasOne<ActionItem>().WithMany().HasForeignKey(e => e.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How much of anything an item takes.</summary>
internal static class ActionLimits
{
    public const int LongestNote = 1000;

    /// <summary>Pieces of evidence of one item: more is an album and not a proof.</summary>
    public const int MostEvidence = 20;
}
