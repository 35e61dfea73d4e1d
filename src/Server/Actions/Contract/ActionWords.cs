using System.Globalization;
using System.Resources;

namespace TigaPilar.Server.Actions.Contract;

/// <summary>The words of this room that other rooms show too, in the reader's language.</summary>
public static class ActionWords
{
    private static readonly ResourceManager Texts = new(typeof(ActionsText));

    public static string Of(ActionKind kind) => Text($"Kind{kind}");

    public static string Of(ActionTrack track) => Text($"Track{track}");

    public static string Of(ActionState state) => Text($"State{state}");

    public static string Of(PartLevel parts) => Text($"Parts{parts}");

    /// <summary>What is wrong with an item, by the key that <see cref="ActionRules"/> gives.</summary>
    public static string Problem(string key) => Text($"Problem{key}");

    /// <summary>The same in Indonesian whoever reads it: files and papers are passed on.</summary>
    internal static string Indonesian(string key) => Texts.GetString(key, CultureInfo.GetCultureInfo("id")) ?? key;

    /// <summary>Any text of this room, in the reader's language.</summary>
    internal static string Said(string key) => Text(key);

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
