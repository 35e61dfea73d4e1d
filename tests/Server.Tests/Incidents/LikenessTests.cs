using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Incidents.Triage;

namespace TigaPilar.Server.Tests.Incidents;

/// <summary>Which reports are shown beside one: by what they tell, and where, and when.</summary>
public sealed class LikenessTests
{
    private const string Here = "35.08.06.2001";
    private const string Beside = "35.08.06.2002";
    private const string Kecamatan = "35.08.06";

    private static readonly DateTimeOffset Morning = new(2024, 11, 27, 7, 0, 0, TimeSpan.FromHours(7));

    private readonly Shelf _shelf = new(new Ground(
    [
        (Here, "Sidomulyo", new GeoPoint(-8.10, 113.20)), (Beside, "Kalibendo", new GeoPoint(-8.11, 113.21)), ("35.08.06.2003", "Pandanwangi", new GeoPoint(-8.12, 113.22)), ("35.08.09.2001", "Tekung", new GeoPoint(-8.20, 113.40)),
    ]));

    [Theory]
    [InlineData("Pohon trembesi tumbang menutup jalan", "Dusun Krajan, depan masjid Al Ikhlas", "wit ambruk nang dalan ora iso liwat", "dkt mesjid al-ikhlas")]
    [InlineData("Terjadi tabrakan truk dan motor, satu luka berat", "Pertigaan Besuk", "LAKA LANTAS TRUK VS MTR MHN AMBULANS", "simpang 3 besuk")]
    [InlineData("Surat suara kurang 40 lembar", "TPS 5", "srt suara kurang, pemilih antre", "tps 005 dsn krajan")]
    [InlineData("Pohon tumbang menutup jalan di Dusun Krajan", "-", "ada pohon yang tumbang, jalannya tertutup, dusun krajan", "-")]
    [InlineData("Listrik padam sejak sore, trafo meledak", "Dusun Sentul", "mati lampu satu kampung", "dsn sentl")]
    [InlineData("Pagar sekolah roboh", "SDN Pasirian 02", "pagar ambruk", "sd pasirian 2")]
    [InlineData("Pencurian di toko", "sammping toko Pak Min", "toko dibobol maling", "toko pak min, duusn Sentul")]
    [InlineData("Longsor menutup jalan", "Dusun Pondok Asem", "tanah longsor", "pondok asem")]
    [InlineData("Pemuda pesta miras dan teriak-teriak", "Poskamling RT 3", "ada yg mabuk bikin ribut", "pos ronda rt 03")]
    public void WhatPeopleWriteOfOneThingInTheirOwnWordsStandsTogether(string what, string where, string otherWhat, string otherWhere) =>
        Assert.True(Score(Told(what, where), Told(otherWhat, otherWhere, minutes: 20)) >= Likeness.Shown);

    [Theory]
    [InlineData("TPS 3", "TPS 7")]
    [InlineData("Dusun Sentul RT 2", "Dusun Besuk RT 9")]
    [InlineData("SDN Pasirian 02", "SDN Pasirian 05")]
    [InlineData("Simpang Contoh 1", "Simpang Contoh 12")]
    public void TheSameAtAnotherStationOrHamletIsAnotherThing(string where, string elsewhere) =>
        Assert.True(Score(Told("Surat suara kurang", where), Told("Surat suara kurang", elsewhere, minutes: 20)) < Likeness.Shown);

    [Fact]
    public void SomethingElseAtTheSamePlaceIsAnotherThing() =>
        Assert.True(Score(Told("Kebakaran warung, api besar", "Dusun Sentul"), Told("Motor hilang saat diparkir", "Dusun Sentul", minutes: 20)) < Likeness.Shown);

    [Fact]
    public void TheSameOnTheNextDayIsAnotherThing() =>
        Assert.Equal(0, Score(Told("Banjir selutut", "Dusun Sentul"), Told("Banjir selutut", "Dusun Sentul", minutes: 24 * 60)));

    [Fact]
    public void AVillageThatIsNamedCountsThoughAnotherWasChosen()
    {
        var first = Told("Balap liar, knalpot brong", "Depan pasar desa Sidomulyo");
        Assert.True(Score(first, Told("balapan motor ramai", "pasar, ds Sidomulyo", Beside, 10)) > Score(first, Told("balapan motor ramai", "pasar, ds Kalibendo", Beside, 10)));
        Assert.True(Score(first, Told("balapan motor ramai", "pasar, ds Sidomulyo", Kecamatan, 10)) >= Likeness.Shown);
    }

    [Fact]
    public void AllThatTellOfTheLikelierThingComeBeforeWhatTellsOfAnother()
    {
        Guid a = Add("Tebing longsor menutup jalan", "Dusun Sentul, dekat mushola Nurul Huda"), b = Add("tanah longsor", "mushola Nurul Huda"), other = Add("Tebing longsor menutup rumah", "Dusun Besuk, dekat pasar");
        var alike = _shelf.Alike(Guid.NewGuid(), Told("longsor, jalan tertutup tanah", "dsn Sentul", minutes: 15)).ConvertAll(x => x.Id);
        Assert.Equal([a, b], alike.Take(2));
        // What is closed is let go of.
        _shelf.Keep([other]);
        Assert.Equal(1, _shelf.Count);

        Guid Add(string what, string where)
        {
            var id = Guid.NewGuid();
            _shelf.Add(id, Told(what, where));
            return id;
        }
    }

    [Fact]
    public void ACrossroadsIsCalledAfterItsHamlet()
    {
        double At(string where) => Score(Told("Pohon tumbang menutup jalan", "Pertigaan Genitri"), Told("dahan patah, mobil belum bisa melintas", where, minutes: 40));
        Assert.True(At("Dusun Genitri") >= Likeness.Shown);
        Assert.True(At("Dusun Lateng") < Likeness.Shown, $"{At("Dusun Lateng"):F2}");
    }

    [Fact]
    public void WhoNamesNoPlaceIsKnownByHisLike()
    {
        var (alone, there, elsewhere) = (With(null), With("Dusun Sentul"), With("Dusun Besuk"));
        Assert.True(elsewhere < alone && alone < there, $"{elsewhere:F2} beside those of another hamlet, {alone:F2} alone, {there:F2} beside those of the same.");

        // One who names no place, and others who saw the same as he; then a report of Sentul in other words.
        double With(string? where)
        {
            _shelf.Keep([]);
            var nowhere = Guid.NewGuid();
            _shelf.Add(nowhere, Told("Balap liar, ada taruhan", "-"));
            for (var minute = 2; where is not null && minute <= 6; minute += 2) _shelf.Add(Guid.NewGuid(), Told("Balap liar, ada taruhan", where, minutes: minute));
            return _shelf.Alike(Guid.NewGuid(), Told("anak-anak kebut-kebutan", "Dusun Sentul", minutes: 90)).Find(a => a.Id == nowhere).Score;
        }
    }

    [Theory]
    [InlineData("menggenangi", "genang")]
    [InlineData("dicuri", "curi")]
    [InlineData("terendam", "rendam")]
    [InlineData("tumbnag", "tumbang")]
    [InlineData("bnjr", "banjir")]
    [InlineData("ambrol", "roboh")]
    public void AWordIsReadAsWhatIsMeant(string written, string meant) => Assert.Equal(meant, Lexicon.Default.Meant(written));

    private double Score(Gist one, Gist other)
    {
        _shelf.Keep([]);
        var id = Guid.NewGuid();
        _shelf.Add(id, one);
        return _shelf.Alike(Guid.NewGuid(), other) is [var (_, score)] ? score : 0;
    }

    private Gist Told(string what, string where, string area = Here, int minutes = 0) => _shelf.Read(what, where, area, null, null, Morning.AddMinutes(minutes));
}
