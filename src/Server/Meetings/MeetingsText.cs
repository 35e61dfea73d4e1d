namespace TigaPilar.Server.Meetings;

/// <summary>Texts of this room.</summary>
public sealed class MeetingsText;
