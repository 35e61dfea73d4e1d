using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TigaPilar.Browser.Tests.Rakor;

/// <summary>Two more kabupaten beside the sample, with the offices that two articles name; whoever holds them is made up.</summary>
internal static class Regions
{
    public const string Pasuruan = "35.14";
    public const string LampungTengah = "18.02";
    private const string Head = "instansi;pilar;jabatan;peran;tingkat;kode_wilayah;satuan;pejabat;pangkat;status\n";

    private static readonly (string Code, string Name)[] Official = [.. Read()];

    /// <summary>Kabupaten Pasuruan: 24 Forkopimcam, 24 lurah, 341 kepala desa, a Pj Bupati, two Polres that share it.</summary>
    public static byte[] PasuruanOffices()
    {
        var rows = new StringBuilder(Head);
        const string kabupaten = "Kabupaten Pasuruan";
        rows.Append(CultureInfo.InvariantCulture, $"Pemerintah {kabupaten};pemerintah;Bupati;desk;kabupaten;{Pasuruan};;Andri Contoh Penjabat;;Pj\n");
        rows.Append(CultureInfo.InvariantCulture, $"Pemerintah {kabupaten};pemerintah;Kabag Tata Pemerintahan;desk;kabupaten;{Pasuruan};;Sekar Contoh Tapem;;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Kodim 0819 Pasuruan;tni;Dandim;tni;kabupaten;{Pasuruan};;Satria Contoh Dua;Letkol Arh.;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Polres Pasuruan;polri;Kabag Ops;polri;kabupaten;{Pasuruan};;Galih Contoh Dua;Kompol;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Polresta Pasuruan;polri;Kabag Ops;polri;kabupaten;{Pasuruan};;Ratna Contoh Dua;Kompol;\n");
        foreach (var (code, name) in Official.Where(a => a.Code.StartsWith(Pasuruan + ".", StringComparison.Ordinal)))
        {
            var kecamatan = Official.First(a => a.Code == code[..8]).Name;
            if (code.Length == 8)
            {
                rows.Append(CultureInfo.InvariantCulture, $"Kecamatan {name};pemerintah;Camat;camat;kecamatan;{code};;Camat Contoh {code[6..]};;\n");
                rows.Append(CultureInfo.InvariantCulture, $"Polsek {name};polri;Kapolsek;polri;kecamatan;{code};;Kapolsek Contoh {code[6..]};AKP;\n");
                rows.Append(CultureInfo.InvariantCulture, $"Koramil {name};tni;Danramil;tni;kecamatan;{code};;Danramil Contoh {code[6..]};Kapten Inf.;\n");
            }
            else
            {
                var ward = code[9] == '1';
                rows.Append(CultureInfo.InvariantCulture, $"{(ward ? "Kelurahan" : "Desa")} {name} Kec. {kecamatan};pemerintah;{(ward ? "Lurah" : "Kepala Desa")};kades;desa;{code};;;;\n");
            }
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    /// <summary>Kabupaten Lampung Tengah: the eight bodies that the article lists, and nobody of the army.</summary>
    public static byte[] LampungOffices()
    {
        var rows = new StringBuilder(Head);
        const string kabupaten = "Kabupaten Lampung Tengah";
        rows.Append(CultureInfo.InvariantCulture, $"Pemerintah {kabupaten};pemerintah;Bupati;desk;kabupaten;{LampungTengah};;Tirta Contoh Satu;;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Badan Kesbangpol Lampung Tengah;pemerintah;Kepala Badan Kesbangpol;desk;kabupaten;{LampungTengah};;Intan Contoh Plt;;Plt\n");
        rows.Append(CultureInfo.InvariantCulture, $"Polres Lampung Tengah;polri;Kapolres;polri;kabupaten;{LampungTengah};;Bagas Contoh Lampung;AKBP;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Pengadilan Negeri Gunung Sugih;;Ketua Pengadilan Negeri;pembaca;kabupaten;{LampungTengah};;Arya Contoh Hakim;;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Kejaksaan Negeri Gunung Sugih;;Kepala Kejaksaan Negeri;pembaca;kabupaten;{LampungTengah};;Cakra Contoh Jaksa;;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Bawaslu {kabupaten};;Ketua Bawaslu;bawaslu;kabupaten;{LampungTengah};;Lintang Contoh Bawaslu;;\n");
        rows.Append(CultureInfo.InvariantCulture, $"KPU {kabupaten};;Ketua KPU;kpu;kabupaten;{LampungTengah};;Kirana Contoh KPU;;\n");
        rows.Append(CultureInfo.InvariantCulture, $"Dinas Kesehatan Lampung Tengah;pemerintah;Kepala Dinas Kesehatan;desk;kabupaten;{LampungTengah};;Wulan Contoh Dinas;;\n");
        foreach (var (code, name) in Official.Where(a => a.Code.StartsWith(LampungTengah + ".", StringComparison.Ordinal) && a.Code.Length == 8))
            rows.Append(CultureInfo.InvariantCulture, $"Kecamatan {name};pemerintah;Camat;camat;kecamatan;{code};;Camat Contoh {code[6..]};;\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static IEnumerable<(string, string)> Read()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Path("src", "Server", "Territory", "Official", "official-areas.csv.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            if (line.Split(';') is [var code, var name] && (code.StartsWith(Pasuruan, StringComparison.Ordinal) || code.StartsWith(LampungTengah, StringComparison.Ordinal))) yield return (code, name);
    }
}
