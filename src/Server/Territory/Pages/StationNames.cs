using Microsoft.Extensions.Localization;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Words for what a station is.</summary>
internal static class StationNames
{
    /// <summary>As it stands in addresses and data: planned, surveyed, moved, merged.</summary>
    public static string Code(StationState state) => state switch
    {
        StationState.Surveyed => "surveyed",
        StationState.Moved => "moved",
        StationState.Merged => "merged",
        _ => "planned",
    };

    public static StationState? State(string? code) => code switch
    {
        "planned" => StationState.Planned,
        "surveyed" => StationState.Surveyed,
        "moved" => StationState.Moved,
        "merged" => StationState.Merged,
        _ => null,
    };

    public static string Text(IStringLocalizer<TerritoryText> texts, StationState state) => texts[$"State{state}"];

    /// <summary>TPS 007.</summary>
    public static string Short(string code) => $"TPS {code[14..]}";
}
