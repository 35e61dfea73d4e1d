namespace TigaPilar.Server.Programmes;

/// <summary>Somebody has read a version of a card and says so. Of an account, for its person: with a second one he need not read it again.</summary>
public sealed class RuleAcknowledgement
{
    public required string CardKey { get; init; }

    public required int Version { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset At { get; init; }
}
