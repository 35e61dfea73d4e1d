using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>Something to look at before the list is sent: it warns, and forbids nothing.</summary>
/// <param name="Key">Of the text.</param>
/// <param name="Rule">The age rule that it is about.</param>
public sealed record LinmasWarning(string Key, AgeRule? Rule = null);

/// <summary>Finds who may be named twice, and whose age is outside the rules, within a kecamatan.</summary>
internal static class LinmasWarnings
{
    /// <summary>A name as two spellings of it agree: letters and digits, in lower case.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The warnings of each member of the village. Of another village's names only that there is one.</summary>
    public static async Task<ILookup<Guid, LinmasWarning>> OfAsync(
        Database database, string village, IReadOnlyList<LinmasMember> members, DateOnly day, CancellationToken cancel)
    {
        var around = await AreaSet.Of(village[..8]).Of(database.Set<LinmasMember>().AsNoTracking(), m => m.VillageCode)
            .Where(m => m.State == LinmasState.Active).Select(m => new { m.VillageCode, m.Name, m.BirthYear, m.Phone }).ToListAsync(cancel);
        var ages = await LinmasAges.OnAsync(database, day, cancel);
        var people = around.ToLookup(m => (Plain(m.Name), m.BirthYear), m => m.VillageCode);
        var phones = around.Where(m => m.Phone is not null).ToLookup(m => Number(m.Phone!), StringComparer.Ordinal);
        var found =
            from member in members
            where member.State == LinmasState.Active
            from warning in Of(member)
            select (member.Id, warning);
        return found.ToLookup(f => f.Id, f => f.warning);

        IEnumerable<LinmasWarning> Of(LinmasMember member)
        {
            var same = people[(Plain(member.Name), member.BirthYear)].ToList();
            if (same.Count(v => v == village) > 1) yield return new LinmasWarning("WarnTwiceHere");
            if (same.Exists(v => v != village)) yield return new LinmasWarning("WarnOtherVillage");
            if (member.Phone is { } phone && phones[Number(phone)].Count() > 1) yield return new LinmasWarning("WarnPhone");
            if (ages.Broken(member, day) is { } rule) yield return new LinmasWarning("WarnAge", rule);
        }
    }

    // 0812 and +62812 are one number.
    private static string Number(string phone)
    {
        var digits = phone.TrimStart('+');
        return digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..] : digits.TrimStart('0');
    }
}
