namespace TigaPilar.Server.Messages;

/// <summary>What sort of message it is.</summary>
public enum MessageKind : byte
{
    /// <summary>Imbauan: an appeal, such as to call siskamling to life again.</summary>
    Appeal = 1,

    /// <summary>Pemberitahuan.</summary>
    Notice = 2,

    /// <summary>Pertanyaan: each office is asked for an answer.</summary>
    Question = 3,

    /// <summary>Kabar: from a village up to its camat, Kapolsek and Danramil.</summary>
    News = 4,
}

/// <summary>Words from one office to many, with a copy for each, so that who has read and who has answered is known.</summary>
public sealed class Message
{
    public required Guid Id { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The area over whose offices it went.</summary>
    public required string AreaCode { get; init; }

    public required Guid SenderAgencyId { get; init; }

    /// <summary>Who sent it: name and office.</summary>
    public required string By { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Until when an answer is asked for; null where none is.</summary>
    public DateOnly? AnswerBy { get; init; }

    public bool AsksAnswer => Kind == MessageKind.Question;

    public List<MessageCopy> Copies { get; init; } = [];
}

/// <summary>A message as one office has it.</summary>
public sealed class MessageCopy
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    public Message? Message { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Title and agency, as they were then.</summary>
    public required string Office { get; init; }

    /// <summary>The area that the office serves; null without territory.</summary>
    public string? AreaCode { get; init; }

    /// <summary>First opened, and by whom.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public string? SeenBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }
}
