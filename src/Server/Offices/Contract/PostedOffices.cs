using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>An office and who holds it, as a list shows them.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Title">Title and agency.</param>
/// <param name="Holder">Kind, rank and name; null while nobody is there.</param>
/// <param name="PersonId">Whose duty it is.</param>
public sealed record PostedOffice(Guid Id, string Title, string? Holder, Guid? PersonId);

/// <summary>Offices by their ids, wherever they serve: for what the reader may read as a whole, such as a roster.</summary>
public static class PostedOffices
{
    public static async Task<IReadOnlyDictionary<Guid, PostedOffice>> OfAsync(Database database, IReadOnlyCollection<Guid> offices, DateOnly day, CancellationToken cancel) =>
        (await OfficeList.NamedAsync(database, offices, day, cancel)).ToDictionary(
            o => o.Id,
            o => new PostedOffice(
                o.Id, $"{o.Title}, {o.Agency}",
                o.Holder is null ? null : string.Join(' ', ((string?[])[o.Kind is null or HoldingKind.Definitif ? null : o.Kind.ToString(), o.Rank, o.Holder]).Where(w => w is not null)), o.PersonId));
}
