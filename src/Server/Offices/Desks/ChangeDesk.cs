using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Desks;

/// <summary>Writes the decree of a Desk, its fields and who answers for its duties; offices are seated as in any forum.</summary>
internal sealed class ChangeDesk(Database database, ChangeForum forums)
{
    private const int MostFields = 20;

    /// <summary>Name, decree and period. Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> SaveAsync(Guid id, ChangeForum.Form form, CancellationToken cancel)
    {
        form.Kind = ForumKind.Desk;
        if (ChangeForum.WrongWith(form) is { } wrong) return wrong;
        return await ChangeAsync(id, "forums.decree", forum =>
        {
            (forum.Name, forum.LegalBasis, forum.DecreeNumber, forum.DecreeDate) = (form.Name!.Trim(), ChangeForum.Blank(form.LegalBasis), ChangeForum.Blank(form.DecreeNumber), form.DecreeDate);
            (forum.From, forum.To) = (form.From!.Value, form.To);
            return null;
        }, cancel);
    }

    /// <summary>A new field, or another name for one.</summary>
    public Task<string?> NameFieldAsync(Guid id, Guid? field, string? name, CancellationToken cancel) => ChangeAsync(id, "forums.field", forum =>
    {
        var words = name?.Trim() ?? "";
        if (words.Length is 0 or > ForumsMapping.LongestField || forum.Fields.Exists(f => f.Id != field && f.Name.Equals(words, StringComparison.OrdinalIgnoreCase))) return "FieldNameNeeded";
        if (field is not { } known)
        {
            if (forum.Fields.Count >= MostFields) return "FieldsMany";
            database.Add(new ForumField { Id = OrderedId.New(), ForumId = id, Name = words, Position = forum.Fields.Count == 0 ? 1 : forum.Fields.Max(f => f.Position) + 1 });
        }
        else if (forum.Fields.Find(f => f.Id == known) is { } found) found.Name = words;
        else return "FieldGone";
        return null;
    }, cancel);

    /// <summary>Strikes a field out; whoever worked in it stays a member without one.</summary>
    public Task<string?> StrikeFieldAsync(Guid id, Guid field, CancellationToken cancel) => ChangeAsync(id, "forums.field", forum =>
    {
        if (forum.Fields.Find(f => f.Id == field) is not { } found) return "FieldGone";
        foreach (var member in forum.Members.Where(m => m.FieldId == field))
            (member.FieldId, member.Part) = (null, member.Part == ForumPart.Coordinator ? ForumPart.Member : member.Part);
        database.Remove(found);
        return null;
    }, cancel);

    /// <summary>Who answers for each duty; a duty that is left blank has nobody.</summary>
    public Task<string?> AnswerAsync(Guid id, IReadOnlyList<DutyFields> duties, CancellationToken cancel) => ChangeAsync(id, "forums.duties", forum =>
    {
        foreach (var given in duties.DistinctBy(d => d.Kind))
        {
            if (!Enum.IsDefined(given.Kind) || (given.Office is { } asked && !forum.Members.Exists(m => m.OfficeId == asked && m.Part != ForumPart.Invited))) return "DutyByMember";
            var known = forum.Duties.Find(d => d.Kind == given.Kind);
            if (given.Office is not { } office)
            {
                if (known is not null) database.Remove(known);
            }
            else if (known is not null) known.OfficeId = office;
            else database.Add(new ForumDuty { ForumId = id, Kind = given.Kind, OfficeId = office });
        }

        return null;
    }, cancel);

    private Task<string?> ChangeAsync(Guid id, string action, Func<Forum, string?> change, CancellationToken cancel) =>
        forums.ChangeAsync(id, action, null, forum => Task.FromResult(forum.Kind == ForumKind.Desk ? change(forum) : "UnknownForum"), cancel);
}

/// <summary>Who answers for one duty, as it was sent.</summary>
public sealed class DutyFields
{
    public DeskDuty Kind { get; set; }

    public Guid? Office { get; set; }
}
