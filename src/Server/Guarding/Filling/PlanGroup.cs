using System.Globalization;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>A <i>Kelompok Pam TPS</i> of a plan as people work with it: stations guarded together, to be filled with names.</summary>
public sealed class PlanGroup
{
    public required Guid PlanId { get; init; }

    /// <summary>1 on, as it stands on the plan: K001.</summary>
    public required int Number { get; init; }

    /// <summary>The sheet of the Polsek that fills it.</summary>
    public required Guid SheetId { get; init; }

    /// <summary>The class whose pattern it follows: that of the gravest of its stations when the plan was made.</summary>
    public required StationClass Pattern { get; init; }

    /// <summary>Officers that its pattern asks for.</summary>
    public required int Officers { get; init; }

    public required int Stations { get; init; }

    /// <summary>Where its medoid stands.</summary>
    public required string VillageCode { get; init; }

    /// <summary>The officer who controls it (<i>perwira pengendali</i>); null while none is named.</summary>
    public Guid? PadalId { get; set; }

    /// <summary>What is guarded in place of stations (the KPU office, a PPK's store); null for a group of stations.</summary>
    public string? Site { get; init; }

    /// <summary>When it is guarded, in words; null for a group of stations.</summary>
    public string? Hours { get; init; }

    /// <summary>K001 for a group of stations, O174 for an object.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{(Site is null ? 'K' : 'O')}{Number:D3}");

    internal PlanGroup CopyTo(Guid plan, Guid sheet, Guid? padal) => new()
    {
        PlanId = plan, Number = Number, SheetId = sheet, Pattern = Pattern, Officers = Officers, Stations = Stations, VillageCode = VillageCode,
        Site = Site, Hours = Hours, PadalId = padal,
    };
}

/// <summary>A polling station of a plan, in its group.</summary>
public sealed class PlanStation
{
    public required Guid PlanId { get; init; }

    public required string StationCode { get; init; }

    public required int Group { get; init; }

    /// <summary>Linmas that the group's pattern asks for here.</summary>
    public required int Linmas { get; init; }
}
