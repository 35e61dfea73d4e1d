using System.Collections.Immutable;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Desks;

/// <summary>A field with those who work in it, the coordinator first.</summary>
public sealed record DeskField(Guid Id, string Name, ImmutableArray<ForumSeat> Seats)
{
    public ForumSeat? Coordinator => Seats.FirstOrDefault(s => s.Part == ForumPart.Coordinator);
}

/// <summary>Something that a Desk lacks: a key of its texts, and what the sentence names.</summary>
public sealed record DeskLack(string Key, string? Names = null, Guid? Office = null);

/// <summary>A Desk as it is formed: who leads it, its fields, who answers for each of the four duties, what is missing.</summary>
/// <param name="Row">The forum that it is.</param>
/// <param name="Top">Chair, vice chairs, secretaries, and members without a field.</param>
/// <param name="Fields">In their order.</param>
/// <param name="Partners">Those invited, who keep their independence.</param>
/// <param name="Duties">All four, with the seat that answers.</param>
/// <param name="Lacks">What is missing, the heaviest first.</param>
public sealed record DeskBoard(
    ForumRow Row, ImmutableArray<ForumSeat> Top, ImmutableArray<DeskField> Fields, ImmutableArray<ForumSeat> Partners, ImmutableArray<(DeskDuty Duty, ForumSeat? By)> Duties, ImmutableArray<DeskLack> Lacks)
{
    /// <summary>Partners are no members.</summary>
    public int Members => Row.Seats.Length - Partners.Length;

    public int Vacant => Row.Seats.Count(s => s.Part != ForumPart.Invited && s.Office.Holder is null);

    /// <summary>The Desk of this id, or without one the first of those that the reader sees; null where there is none for him.</summary>
    internal static async Task<(DeskBoard? Desk, IReadOnlyList<ForumRow> All)> ReadAsync(Database database, Reader reader, DateOnly day, Guid? id, CancellationToken cancel)
    {
        var all = await ForumList.DesksAsync(database, reader, day, cancel);
        var row = id is null ? (all.Count > 0 ? all[0] : null) : all.FirstOrDefault(r => r.Forum.Id == id);
        return (row is null ? null : Of(row, day), all);
    }

    public static DeskBoard Of(ForumRow row, DateOnly day)
    {
        var members = row.Seats.Where(s => s.Part != ForumPart.Invited).ToList();
        ImmutableArray<DeskField> fields =
        [
            .. row.Forum.Fields.OrderBy(f => f.Position).ThenBy(f => f.Id).Select(f => new DeskField(f.Id, f.Name, [.. members.Where(s => s.FieldId == f.Id)])),
        ];
        ImmutableArray<(DeskDuty, ForumSeat?)> duties =
        [
            .. Enum.GetValues<DeskDuty>().Select(d => (d, row.Forum.Duties.Find(x => x.Kind == d) is { } given ? row.Seats.FirstOrDefault(s => s.Office.Id == given.OfficeId) : null)),
        ];
        return new DeskBoard(
            row, [.. members.Where(s => s.FieldId is null)], fields, [.. row.Seats.Where(s => s.Part == ForumPart.Invited)], duties,
            [.. LacksOf(row, fields, duties, day)]);
    }

    private static IEnumerable<DeskLack> LacksOf(ForumRow row, ImmutableArray<DeskField> fields, ImmutableArray<(DeskDuty Duty, ForumSeat? By)> duties, DateOnly day)
    {
        if (row.Forum.To is { } last && last < day) yield return new("LackExpired", Shell.Format.Day(last));
        if (row.Forum.DecreeNumber is null) yield return new("LackDecree");
        if (row.Chair is null) yield return new("LackChair");
        if (!row.Seats.Any(s => s.Part == ForumPart.Secretary)) yield return new("LackSecretary");
        foreach (var missing in row.Missing) yield return new("LackPillar", missing);
        if (fields.IsEmpty) yield return new("LackFields");
        foreach (var field in fields.Where(f => f.Coordinator is null)) yield return new(field.Seats.IsEmpty ? "LackFieldEmpty" : "LackCoordinator", field.Name);
        foreach (var (duty, _) in duties.Where(d => d.By is null)) yield return new($"LackDuty{duty}");
        foreach (var seat in row.Seats.Where(s => s.Part != ForumPart.Invited && s.Office.Holder is null)) yield return new("LackHolder", $"{seat.Office.Title}, {seat.Office.Agency}", seat.Office.Id);
    }
}
