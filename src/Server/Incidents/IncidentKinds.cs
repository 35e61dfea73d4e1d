using System.Collections.Immutable;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>The kinds that a kabupaten begins with: those that the five articles name, and the small ones of every day.</summary>
internal static class IncidentKinds
{
    private static readonly ImmutableArray<(string Name, IncidentWeight Weight, int Answer, int Solve, string? Advice)> Presets =
    [
        ("Gangguan ketertiban umum", IncidentWeight.Attention, 30, 240, null),
        ("Pencurian", IncidentWeight.Ordinary, 60, 1440, null),
        ("Perkelahian atau tawuran", IncidentWeight.Notable, 15, 120, null),
        ("Unjuk rasa", IncidentWeight.Notable, 15, 480, "Pemberitahuan unjuk rasa dicatat Polri; jangan mencatat nama orang."),
        ("Judi taruhan pemilihan", IncidentWeight.Attention, 60, 1440, "Diteruskan ke Polri saja."),
        ("Minuman keras dan narkotika", IncidentWeight.Attention, 60, 1440, null),
        ("Hoaks atau kampanye hitam", IncidentWeight.Attention, 60, 1440, "Isi kampanye diteruskan ke Bawaslu; hoaks lain ke Diskominfo."),
        ("Dugaan pelanggaran pemilihan", IncidentWeight.Attention, 60, 1440, "Arahkan pelapor ke Bawaslu. Di sini tidak dicatat siapa yang melapor."),
        ("Logistik atau TPS", IncidentWeight.Notable, 15, 120, null),
        ("Bencana atau cuaca", IncidentWeight.Notable, 15, 480, null),
        ("Kecelakaan", IncidentWeight.Attention, 15, 240, null),
        ("Jalan, jembatan, atau listrik", IncidentWeight.Ordinary, 240, 4320, null),
        ("Lain-lain", IncidentWeight.Ordinary, 240, 4320, null),
    ];

    public static IEnumerable<IncidentKind> For(string kabupaten) => Presets.Select(p => new IncidentKind
    {
        Id = OrderedId.New(), AreaCode = kabupaten, Name = p.Name, Weight = p.Weight, AnswerMinutes = p.Answer, SolveMinutes = p.Solve, Advice = p.Advice,
    });
}
