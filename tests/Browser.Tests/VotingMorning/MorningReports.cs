using System.Globalization;

namespace TigaPilar.Browser.Tests.VotingMorning;

/// <summary>What happens on the morning: each event is told several times, in the words of those who tell it.</summary>
internal static class MorningReports
{
    /// <summary>Kind, and the same event as four people tell it; <c>{0}</c> is the place.</summary>
    private static readonly (string Kind, string[] Words)[] Events =
    [
        ("Logistik atau TPS", ["Surat suara belum tiba di TPS, pemilih sudah antre", "surat suara blm sampai TPS, antrean pemilih panjang", "TPS belum menerima surat suara, warga antre", "Pemilih antre, surat suara belum datang ke TPS"]),
        ("Bencana atau cuaca", ["Pohon tumbang menutup jalan, kendaraan tidak bisa lewat", "ada pohon yg tumbang, jalan tertutup, kendaraan berhenti", "Jalan tertutup pohon tumbang, kendaraan berputar", "pohon tumbang di jalan, mobil dan motor tidak bisa lewat"]),
        ("Gangguan ketertiban umum", ["Sekelompok pemuda minum minuman keras dekat TPS", "pemuda mabuk minum miras di dekat TPS", "Ada pemuda minum miras berkelompok dekat TPS", "beberapa pemuda minum minuman keras di dekat TPS"]),
        ("Perkelahian atau tawuran", ["Dua pemuda berkelahi di depan TPS, dilerai Linmas", "perkelahian dua pemuda depan TPS, Linmas melerai", "Pemuda berkelahi di depan TPS, sudah dilerai Linmas", "dua pemuda bertengkar lalu berkelahi di depan TPS"]),
        ("Jalan, jembatan, atau listrik", ["Listrik padam, lampu TPS mati", "lampu TPS mati karena listrik padam", "TPS gelap, listrik padam sejak subuh", "Listrik mati di TPS, lampu padam"]),
        ("Kecelakaan", ["Motor pengangkut logistik terpeleset, pengendara luka ringan", "kecelakaan motor pengangkut logistik, pengendara luka", "Pengendara motor logistik terpeleset dan luka ringan", "motor pembawa logistik jatuh, pengendara luka ringan"]),
    ];

    /// <summary>The kind of an event.</summary>
    public static string KindOf(int number) => Events[number % Events.Length].Kind;

    /// <summary>Where it is; by this alone those who sort tell one event from another.</summary>
    public static string PlaceOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Simpang Contoh {number + 1:00}");

    /// <summary>The event as the n-th tells it.</summary>
    public static string Told(int number, int n) => Events[number % Events.Length].Words[n % 4];

    /// <summary>The number of the event that a place names; null where it is none of the morning.</summary>
    public static int? NumberOf(string text)
    {
        var at = text.IndexOf("Simpang Contoh ", StringComparison.Ordinal);
        return at >= 0 && int.TryParse(text.AsSpan(at + 15, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;
    }
}
