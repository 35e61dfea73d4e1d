using System.Globalization;
using static TigaPilar.Server.Guarding.IndonesianText;

namespace TigaPilar.Server.Guarding;

/// <summary>What a reader must know beside the figures: how to read them, conduct at the TPS, who may read, who signs.</summary>
internal static class PlanNotes
{
    public static void Write(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        int links = model.Stations.Length - model.Groups.Length;
        html.Write($"""<section class="notes" aria-labelledby="catatan"><h2 id="catatan">Cara membaca</h2><ul>""");
        string ways = $"Dari {Number(links)} tautan, {Number(links - model.TimedLinks)} garis lurus dan {Number(model.TimedLinks)} menurut menit yang diisi.";
        string measure = model.TimedLinks == 0
            ? "adalah garis lurus dari TPS pusat ke TPS lain, bukan jalan"
            : "dari TPS pusat ke TPS lain adalah garis lurus, bukan jalan; antara desa yang menit tempuhnya diisi, 1 menit dihitung 500 m";
        html.Write($"<li><b>Jarak</b> {measure}; tiap TPS di desa lain ditambah 1 km. {ways} <b>Terjauh</b> adalah TPS yang paling jauh dari TPS pusat.</li>");
        if (sums.ApproximateStations > 0)
        {
            string how = sums.ApproximateStations == model.Stations.Length
                ? "Semua letak TPS"
                : $"Letak {Number(sums.ApproximateStations)} dari {Number(model.Stations.Length)} TPS";
            html.Write($"<li>{how} adalah <b>perkiraan</b>, disebar di sekitar titik tengah desa; jarak ikut perkiraan itu. Isi letak sebenarnya agar rencana tepat.</li>");
        }

        if (sums.GroupsBelowMinimum > 0)
            html.Write($"<li>{Number(sums.GroupsBelowMinimum)} kelompok berisi lebih sedikit TPS daripada minimum pola. Itu peringatan, bukan larangan.</li>");
        html.Write($"<li><b>Paling sedikit yang mungkin</b> adalah batas yang terbukti: tidak ada rencana yang sesuai pola dengan kelompok lebih sedikit dari itu.</li>");
        string seed = model.Seed.ToString(CultureInfo.InvariantCulture);
        html.Write($"<li>Data dan angka awal ({seed}) yang sama selalu memberi rencana yang sama. Halaman ini tidak memuat perolehan suara, pilihan warga, atau nama orang.</li></ul>");

        html.Write($"""<h2>Sikap petugas di TPS</h2><ol><li>Berjaga di luar area TPS, sekitar 50 meter; masuk hanya atas permintaan Ketua KPPS.</li><li>Tidak memotret dan tidak mencatat hasil penghitungan suara.</li><li>Tidak memengaruhi pemilih.</li><li>Anggota TNI yang membantu tidak berada di dalam TPS dan tidak mengomentari hitung cepat.</li></ol>""");

        html.Write($"""<div class="sign"><p><b class="stamp">Konsep</b> Belum ditandatangani. Kuota oleh Polres, nama oleh Kapolsek; nomor surat diberikan oleh Tata Usaha.</p><p class="who">Disusun: Kabag Ops<span></span></p><p class="who">Disetujui: Kapolres<span></span></p></div>""");
        html.Write($"""<p class="class"><b>Terbatas.</b> Memuat kelas kerawanan TPS. Dibaca oleh: Kapolres, Kabag Ops, Kapolsek. Tidak tampil untuk umum.{new Markup(model.IsSample ? " <b>Data contoh.</b>" : "")}</p></section>""");
    }
}
