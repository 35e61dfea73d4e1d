using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>Enters people into a list, corrects them and takes them away, as long as it is a draft.</summary>
internal sealed class NameDuty(Database database, OpenDuty open)
{
    /// <summary>
    /// Adds people, all or none. Who is on the list already, by number or without one by name, is an error where lines were
    /// typed; of a file, which names them again, they are corrected.
    /// </summary>
    /// <returns>Null when done, else the key of a problem and what belongs into its text.</returns>
    public async Task<(string Key, string Detail)?> AddAsync(DutyDesk desk, Guid id, IReadOnlyCollection<DutyLine> people, bool again, CancellationToken cancel)
    {
        if (people.Count == 0) return ("LinesNone", "");
        var detail = "";
        var key = await open.ChangeAsync(desk, id, null, "name", async (_, _) =>
        {
            var known = await database.Set<DutyMember>().Where(m => m.RollId == id).ToListAsync(cancel);
            var (total, seen) = (known.Count, new HashSet<string>(StringComparer.Ordinal));
            foreach (var line in people)
            {
                detail = line.Man.ServiceNumber ?? line.Man.Name;
                if (line.Man.ServiceNumber is { } number && !seen.Add(Digits(number))) return "NumberTwice";
                var member = line.Man.ServiceNumber is { } own ? known.Find(m => m.ServiceNumber is { } n && Digits(n) == Digits(own)) : null;
                if (member is not null && !again) return "NumberTwice";
                // One row is one person: of two with one name and no number the second is another.
                if (member is null && again) member = known.Find(m => m.Name == line.Man.Name && (m.ServiceNumber is null || line.Man.ServiceNumber is null));
                if (member is not null)
                {
                    known.Remove(member);
                    Write(member, line);
                }
                else
                {
                    member = new DutyMember { Id = OrderedId.New(), RollId = id, Name = line.Man.Name };
                    Write(member, line);
                    database.Add(member);
                    total++;
                }
            }

            return total > DutyLines.MostPeople ? "TooMany" : null;
        }, cancel);
        return key is null ? null : (key, detail);
    }

    public Task<string?> ChangeAsync(DutyDesk desk, Guid id, Guid member, DutyLine line, int version, CancellationToken cancel) =>
        open.ChangeAsync(desk, id, version, "correct", async (_, _) =>
        {
            var all = await database.Set<DutyMember>().Where(m => m.RollId == id).ToListAsync(cancel);
            if (all.Find(m => m.Id == member) is not { } person) return "MemberGone";
            if (line.Man.ServiceNumber is { } number && all.Exists(m => m.Id != member && m.ServiceNumber is { } n && Digits(n) == Digits(number))) return "NumberTwice";
            Write(person, line);
            return null;
        }, cancel);

    public Task<string?> RemoveAsync(DutyDesk desk, Guid id, Guid member, CancellationToken cancel) =>
        open.ChangeAsync(desk, id, null, "remove", async (_, _) =>
            await database.Set<DutyMember>().Where(m => m.Id == member && m.RollId == id).ExecuteDeleteAsync(cancel) == 0 ? "MemberGone" : null, cancel);

    private static void Write(DutyMember member, DutyLine line) =>
        (member.Name, member.Rank, member.ServiceNumber, member.Unit, member.Phone, member.Place, member.Time) =
            (line.Man.Name, line.Man.Rank, line.Man.ServiceNumber, line.Man.Unit, line.Man.Phone, line.Place, line.Time);

    // 8512 0034 and 85120034 are one man.
    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
