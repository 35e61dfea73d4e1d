using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Rosters.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Messages;

/// <summary>A group to which this office may write, and how many offices it has today.</summary>
public sealed record Circle(OfficeGroup Group, int Offices);

/// <summary>
/// Sends words to groups of offices within the sender's own area; a village head writes to the camat, the Kapolsek and the Danramil
/// above him. Each office gets a copy, so that it is known who has read it.
/// </summary>
internal sealed class SendMessage(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    private static readonly ImmutableArray<OfficeGroup> Up = [OfficeGroup.Camat, OfficeGroup.Kapolsek, OfficeGroup.Danramil];

    /// <summary>The office by which the reader writes; null where none of his has an area. The council, the court and the prosecutor answer alone.</summary>
    public static HeldOffice? SenderOf(Reader reader) =>
        reader.Offices.FirstOrDefault(o => o.Role != OfficeRole.Reader && AccessMatrix.Default.Allows(o.Role, Permission.Parse(MessagesPermissions.Write)) && !o.Areas.IsEmpty && !o.Areas.IsEverywhere);

    /// <summary>To whom the reader may write: those of his own areas, or of the kecamatan above a village.</summary>
    public async Task<ImmutableArray<Circle>> CirclesAsync(CancellationToken cancel)
    {
        if (SenderOf(await current.GetSignedInAsync()) is not { } office) return [];
        var groups = await OfficeGroups.ReadAsync(database, AreasOf(office), clock.Today, cancel);
        return [.. Allowed(office).Select(g => new Circle(g, groups.Of(g).Count(o => o.OfficeId != office.OfficeId))).Where(c => c.Offices > 0)];
    }

    /// <summary>Those on a shift, as far as this office reaches them: a village writes to the three above it alone. Null where there is nobody.</summary>
    public async Task<(string Name, ImmutableArray<Addressee> Offices)?> OnDutyAsync(Guid shift, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (SenderOf(reader) is not { Role: not OfficeRole.VillageHead } office || await DutyQueries.OfShiftAsync(database, reader, clock, shift, cancel) is not { } duty) return null;
        var there = (await OfficeGroups.ReadAsync(database, office.Areas, clock.Today, cancel)).All.Where(o => o.OfficeId != office.OfficeId && duty.Offices.Contains(o.OfficeId)).ToImmutableArray();
        return there.IsEmpty ? null : (duty.Name, there);
    }

    /// <summary>The new message and how many copies it has, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, int Copies, string? Problem)> RunAsync(Form form, CancellationToken cancel)
    {
        if (SenderOf(await current.GetSignedInAsync()) is not { } office) return (null, 0, "NoArea");
        if (string.IsNullOrWhiteSpace(form.Subject) || form.Subject.Trim().Length > MessagesMapping.LongestSubject) return (null, 0, "SubjectNeeded");
        if (string.IsNullOrWhiteSpace(form.Body) || form.Body.Trim().Length > MessagesMapping.LongestBody) return (null, 0, "BodyNeeded");
        var up = office.Role == OfficeRole.VillageHead;
        var kind = up ? MessageKind.News : form.Kind;
        if (!Enum.IsDefined(kind) || (kind == MessageKind.News && !up)) return (null, 0, "KindNeeded");
        if (kind == MessageKind.Question && (form.AnswerBy is not { } by || by < clock.Today)) return (null, 0, "AnswerByNeeded");
        var wanted = (form.Groups ?? []).Select(g => (OfficeGroup)g).ToHashSet();
        var duty = form.Duty is { } shift ? await OnDutyAsync(shift, cancel) : null;
        if ((wanted.Count == 0 && duty is null) || wanted.Any(g => !Allowed(office).Contains(g))) return (null, 0, "GroupNeeded");
        var (areas, now, reader) = (AreasOf(office), clock.Now.ToUniversalTime(), await current.GetSignedInAsync());
        var groups = await OfficeGroups.ReadAsync(database, areas, clock.Today, cancel);
        // A Polsek may have three kecamatan: then it is of their kabupaten.
        var area = areas.Roots is [var only] ? only : areas.Roots[0][..5];
        var to = wanted.Order().SelectMany(g => groups.Of(g)).Concat(duty?.Offices ?? []).Where(o => o.OfficeId != office.OfficeId).DistinctBy(o => o.OfficeId).ToList();
        if (to.Count == 0) return (null, 0, "GroupNeeded");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var message = new Message
        {
            Id = OrderedId.New(), Kind = kind, Subject = form.Subject.Trim(), Body = form.Body.ReplaceLineEndings("\n").Trim(), AreaCode = area, SenderAgencyId = office.AgencyId,
            By = $"{reader.Name}, {office.Title}", SentAt = now, AnswerBy = kind == MessageKind.Question ? form.AnswerBy : null,
        };
        database.Add(message);
        database.AddRange(to.Select(o => new MessageCopy { Id = OrderedId.New(), MessageId = message.Id, OfficeId = o.OfficeId, Office = o.Name, AreaCode = o.AreaCode }));
        await audit.AddAsync("messages.send", message.Id.ToString(), area, string.Create(CultureInfo.InvariantCulture, $"{{\"copies\":{to.Count}}}"), tell: MessagesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (message.Id, to.Count, null);
    }

    private static AreaSet AreasOf(HeldOffice office) => office.Role == OfficeRole.VillageHead ? AreaSet.Of(office.Areas.Roots.Select(r => r[..8])) : office.Areas;

    private static ImmutableArray<OfficeGroup> Allowed(HeldOffice office) => office.Role == OfficeRole.VillageHead ? Up : [.. Enum.GetValues<OfficeGroup>()];

    public sealed class Form
    {
        public MessageKind Kind { get; set; } = MessageKind.Appeal;

        public string? Subject { get; set; }

        public string? Body { get; set; }

        public DateOnly? AnswerBy { get; set; }

        public int[]? Groups { get; set; }

        /// <summary>A shift, to whose offices it goes too.</summary>
        public Guid? Duty { get; set; }
    }
}
