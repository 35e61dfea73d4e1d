using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Meetings.Mail;

/// <summary>How far a letter's mail is.</summary>
public enum MailState : byte
{
    Waiting = 1,

    /// <summary>The mail server has it.</summary>
    Sent = 2,

    /// <summary>Given up; a person may send it again.</summary>
    Failed = 3,
}

/// <summary>
/// A letter that goes out by mail too: put here by the transaction that sends the letter, sent behind. It is counted and put off
/// before each try, so that nobody else sends it meanwhile; where the program ends between the server's word and the note of it,
/// it is sent once more, under the same Message-ID.
/// </summary>
public sealed class LetterMail
{
    public required Guid InvitationId { get; init; }

    public Invitation? Invitation { get; init; }

    /// <summary>Of the agency, as it was when this was asked for.</summary>
    public required string Address { get; set; }

    public required MailState State { get; set; }

    /// <summary>Raised where a person sends again what had gone out: another Message-ID, which no server takes for the same.</summary>
    public required int Round { get; set; }

    public required int Tries { get; set; }

    /// <summary>Not tried before; while it is being sent, the instant from which it is taken for abandoned.</summary>
    public required DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Of the last try.</summary>
    public MailFailure? Failure { get; set; }
}
