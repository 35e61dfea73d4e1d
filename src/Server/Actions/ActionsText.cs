namespace TigaPilar.Server.Actions;

/// <summary>Texts of this room: <c>ActionsText.resx</c> and <c>ActionsText.id.resx</c>.</summary>
public sealed class ActionsText;
