using System.Globalization;
using System.Text;

namespace TigaPilar.Browser.Tests.Lampung;

/// <summary>
/// Kabupaten Lampung Tengah: 28 kecamatan under 17 Polsek and one Polsubsektor. Which Polsek looks after the kecamatan that
/// have none of their own name is not published: they are given to a neighbour here, an assumption for the test alone.
/// All people are made up.
/// </summary>
internal static class Kabupaten
{
    public const string Code = "18.02";
    public const string Polres = "Polres Lampung Tengah";

    /// <summary>Kampung Depok Rejo, in Trimurjo.</summary>
    public const string Village = "18.02.05.2001";

    /// <summary>Each command, and the numbers of its kecamatan: its own first, then what was assumed.</summary>
    public static readonly (string Name, int[] Kecamatan)[] Sectors =
    [
        ("Polsek Terbanggi Besar", [7, 16]),
        ("Polsek Padang Ratu", [3, 19, 21]),
        ("Polsek Gunung Sugih", [4, 15]),
        ("Polsek Trimurjo", [5]),
        ("Polsek Punggur", [6]),
        ("Polsek Seputih Raman", [8]),
        ("Polsek Seputih Banyak", [10, 25]),
        ("Polsek Rumbia", [9, 24, 28]),
        ("Polsek Seputih Surabaya", [12, 26]),
        ("Polsek Kalirejo", [1, 22]),
        ("Polsek Bangun Rejo", [2]),
        ("Polsek Seputih Mataram", [11, 18]),
        ("Polsek Way Pengubuan", [17]),
        ("Polsek Selagai Lingga", [20]),
        ("Polsek Terusan Nunyai", [13]),
        ("Polsek Anak Ratu Aji", [27]),
        ("Polsek Bumi Ratu Nuban", [14]),
        ("Polsubsektor Kota Gajah", [23]),
    ];

    public static string Codes(int[] kecamatan) => string.Join(", ", kecamatan.Select(k => string.Create(CultureInfo.InvariantCulture, $"{Code}.{k:D2}")));

    /// <summary>Offices and who holds them, as the administrator has them in a file.</summary>
    public static byte[] Offices => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        instansi;pilar;jabatan;peran;tingkat;kode_wilayah;satuan;pejabat;pangkat
        {Polres};polri;Kapolres;polri;kabupaten;;{Polres};Bagas Contoh;AKBP
        {Polres};polri;Kabag Ops;polri;kabupaten;;{Polres};Galih Contoh;Kompol
        {Polres};polri;Paur Bag Ops;polri;kabupaten;;{Polres};Ratna Contoh;Iptu
        Polsek Trimurjo;polri;Kapolsek;polri;;;Polsek Trimurjo;Tegar Contoh;AKP
        Polsek Punggur;polri;Kapolsek;polri;;;Polsek Punggur;Puspa Contoh;AKP
        KPU Kabupaten Lampung Tengah;;Anggota KPU, Divisi Teknis;kpu;kabupaten;{Code};;Kirana Contoh;
        Pemerintah Kabupaten Lampung Tengah;pemerintah;Kabag Tata Pemerintahan;desk;kabupaten;{Code};;Tirta Contoh;
        Kampung Depok Rejo;pemerintah;Kepala Kampung;kades;desa;{Village};;Wulan Contoh;

        """));

    /// <summary>Lines as a Polsek pastes them: a name, rank, NRP and telephone each.</summary>
    public static string Men(int sector, int count, int from = 1) => string.Join('\n', Enumerable.Range(from, count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"Anggota {i:D2} Contoh {sector:D2}; {(i % 2 == 1 ? "Aipda" : "Bripka")}; 99{sector:D2}{i:D4}; 0800 {sector:D2}0 {i:D4}; Samapta")));

    /// <summary>The one who controls the groups of a Polsek.</summary>
    public static string Padal(int sector) => string.Create(CultureInfo.InvariantCulture, $"Padal {sector:D2} Contoh; Ipda; 98{sector:D2}0001; 0800 9{sector:D2} 0001; Reskrim");
}
