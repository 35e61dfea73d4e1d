namespace TigaPilar.Server.Shell;

/// <summary>Names the texts of this room: <c>ShellText.resx</c> and <c>ShellText.id.resx</c>.</summary>
public sealed class ShellText;
