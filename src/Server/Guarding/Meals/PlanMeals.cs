using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TigaPilar.Server.Guarding.Meals;

/// <summary>What the Kabag Ops set for the meals of a plan's duty. It is no part of what is signed, and may change afterwards.</summary>
public sealed class PlanMeals
{
    public required Guid PlanId { get; init; }

    /// <summary>Meals of one person on one day, 1 to 10.</summary>
    public required int MealsADay { get; set; }

    /// <summary>Days of duty, 1 to 30.</summary>
    public required int Days { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; set; }
}

internal sealed class MealsMapping : IEntityTypeConfiguration<PlanMeals>
{
    public void Configure(EntityTypeBuilder<PlanMeals> builder)
    {
        builder.ToTable("GuardPlanMeals").HasKey(m => m.PlanId);
        builder.Property(m => m.PlanId).ValueGeneratedNever();
        builder.Property(m => m.By).HasMaxLength(300);
    }
}
