namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>Texts about outreach and training.</summary>
public sealed class OutreachText;
