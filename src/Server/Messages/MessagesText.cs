namespace TigaPilar.Server.Messages;

/// <summary>Texts of this room.</summary>
public sealed class MessagesText;
