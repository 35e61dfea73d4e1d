namespace TigaPilar.Server.Messages;

/// <summary>Permissions on messages. One reads what one's agency sent and what came to one's own office.</summary>
public static class MessagesPermissions
{
    public const string Read = "messages.read";
    public const string Write = "messages.write";
}
