using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

public sealed partial class FindingTextTests
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");

    public static TheoryData<Type> Rooms => [typeof(TableFindings), typeof(ImportFindings)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void EverySentenceStandsInBothLanguagesWithTheSamePlaces(Type room)
    {
        var texts = Kinds(room)[0].Texts;
        var (english, indonesian) = (Sentences(texts, CultureInfo.InvariantCulture), Sentences(texts, Indonesian));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, e => Assert.Equal(Places(e.Value), Places(indonesian[e.Key])));
        Assert.All(english, e => Assert.NotEqual(e.Value, indonesian[e.Key]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void EveryKindHasItsSentenceAndEverySentenceItsKind(Type room)
    {
        var kinds = Kinds(room);
        Assert.Equal(
            room.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(FindingKind)).Select(f => f.Name),
            kinds.Select(k => k.Key));
        Assert.Equal(kinds.Select(k => k.Key).Order(StringComparer.Ordinal),
            Sentences(kinds[0].Texts, Indonesian).Keys.Where(k => !k.StartsWith("Place", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFindingIsOneSentenceInTheLanguageOfWhoReadsIt()
    {
        var finding = new RowFinding(14, "lat", "-8.335.1", ImportFindings.NotLatitude);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
            Assert.Equal("Baris 14, kolom lat, \"-8.335.1\": bukan angka; diharapkan derajat seperti -8,335.", finding.Text);
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            Assert.Equal("Row 14, column lat, \"-8.335.1\": no number; expected degrees such as -8.335.", finding.Text);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void AValueIsShownOnOneLineWithoutSignalsToTheTerminal() =>
        Assert.StartsWith("Row 2, column lat, \"?[2J x\": ",
            new RowFinding(2, "lat", "\u001b[2J\nx", ImportFindings.NotLatitude).Text, StringComparison.Ordinal);

    private static List<FindingKind> Kinds(Type room) =>
        [.. (IEnumerable<FindingKind>)room.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!];

    private static Dictionary<string, string> Sentences(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string sentence) =>
        Place().Matches(sentence).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
