namespace TigaPilar.Server.Offices.Contract;

/// <summary>Ends every session of a person's accounts at once, within the caller's transaction. Answered by the room of accounts.</summary>
public delegate Task EndSessionsOf(Guid person, CancellationToken cancel);

/// <summary>Which of these people can sign in. Answered by the room of accounts.</summary>
public delegate Task<IReadOnlySet<Guid>> PeopleWithAccount(IReadOnlyCollection<Guid> people, CancellationToken cancel);
