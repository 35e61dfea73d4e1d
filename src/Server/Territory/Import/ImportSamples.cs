using System.Text;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import;

/// <summary>A small file of each kind to begin from: province 99 does not exist, nor do its people.</summary>
internal static class ImportSamples
{
    public static IResult Get(string kind) => kind switch
    {
        "villages" => Csv("contoh-desa.csv", """
            kode_desa;nama;kecamatan;lat;lng
            99.01.01.2001;Desa Contoh Satu;Contoh Utara;-8,33528;112,95064
            99.01.01.1002;Kelurahan Contoh Dua;Contoh Utara;;
            """),
        "stations" => Csv("contoh-tps.csv", """
            kode_tps;jenis;status;alamat;lat;lng
            99.01.01.2001.001;reguler;disurvei;Balai Desa Contoh Satu;-8,33528;112,95064
            99.01.01.2001.901;khusus;;;;
            """),
        "voters" => Csv("contoh-pemilih.csv", """
            kode_desa;nomor;dpt;dpt_l;dpt_p;pengguna;pengguna_l;pengguna_p
            99.01.01.2001;1;241;120;121;;;
            99.01.01.2001;2;263;130;133;;;
            """),
        "offices" => Csv("contoh-jabatan.csv", """
            instansi;pilar;jabatan;peran;tingkat;kode_wilayah;satuan;pejabat;pangkat;status;mulai;sampai
            Dinas Contoh;;Kepala Dinas;pembaca;kabupaten;;;Budi Contoh;;definitif;2027-01-02;
            Dinas Contoh;;Sekretaris;pembaca;kabupaten;;;;;;;
            """),
        "boundaries" => Results.File(Encoding.UTF8.GetBytes("""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"kode":"99.01.01.2001","nama":"Desa Contoh Satu"},
             "geometry":{"type":"Polygon","coordinates":[[[112.90,-8.40],[112.95,-8.40],[112.95,-8.35],[112.90,-8.35],[112.90,-8.40]]]}},
            {"type":"Feature","properties":{"kode":"99.01.01.1002","nama":"Kelurahan Contoh Dua"},
             "geometry":{"type":"Polygon","coordinates":[[[112.95,-8.40],[113.00,-8.40],[113.00,-8.35],[112.95,-8.35],[112.95,-8.40]]]}}]}
            """), "application/geo+json", "contoh-batas.geojson"),
        _ => Results.NotFound(),
    };

    // With a byte-order mark and semicolons the spreadsheets of Indonesian offices open it right.
    private static IResult Csv(string name, string text) =>
        Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n")], "text/csv; charset=utf-8", name);
}
