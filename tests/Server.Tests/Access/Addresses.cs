using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Forums;

namespace TigaPilar.Server.Tests.Access;

/// <summary>Whose things an address names.</summary>
public enum Whose
{
    /// <summary>The village, plan and offices of the sample.</summary>
    Own,

    /// <summary>Everything of the other kabupaten.</summary>
    Other,

    /// <summary>The other kabupaten's area within the election of the sample: both have stations in it.</summary>
    OtherInOwnElection,
}

/// <summary>Fills the parameters of routes. A name that stands in no table is a question to whoever added it.</summary>
public sealed class RouteAddresses
{
    private readonly Dictionary<string, Func<Route, Whose, string>> _path;
    private readonly Dictionary<string, Func<Route, Whose, Type, string?>> _query;

    private RouteAddresses(House house, Dictionary<string, int> elections, (Guid Own, Guid Other) office, (Guid Own, Guid Other) person, (Guid Own, Guid Other) forum, string village)
    {
        _path = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Code"] = (route, whose) => route.Pattern switch
            {
                var p when p.StartsWith("/tps/", StringComparison.Ordinal) || p.StartsWith("/kelas/", StringComparison.Ordinal) => $"{Village(whose)}.001",
                var p when p.StartsWith("/pemilihan/", StringComparison.Ordinal) => Election(whose),
                var p when p.StartsWith("/galat/", StringComparison.Ordinal) => "404",
                _ => Village(whose),
            },
            ["Election"] = (_, whose) => Election(whose),
            ["Id"] = (route, whose) => route.Pattern.Split('/')[1] switch
            {
                "rapat" => (whose == Whose.Own ? house.OwnMeeting : house.OtherMeeting).ToString(),
                "pesan" => (whose == Whose.Own ? house.OwnMessage : house.OtherMessage).ToString(),
                "tindak-lanjut" => (whose == Whose.Own ? house.OwnAction : house.OtherAction).ToString(),
                "pengamanan" => (whose == Whose.Own ? house.OwnPlan : house.OtherPlan).ToString(),
                "jabatan" => (whose == Whose.Own ? office.Own : office.Other).ToString(),
                "orang" => (whose == Whose.Own ? person.Own : person.Other).ToString(),
                "desk" => (whose == Whose.Own ? house.OwnDesk : house.OtherDesk).ToString(),
                "piket" => (whose == Whose.Own ? house.OwnRoster : house.OtherRoster).ToString(),
                "sosialisasi" => (route.Pattern.EndsWith("/ubah", StringComparison.Ordinal) ? (whose == Whose.Own ? house.PlannedOutreach : house.OtherOutreach) : whose == Whose.Own ? house.OwnOutreach : house.OtherOutreach).ToString(),
                "forum" => (whose == Whose.Own ? forum.Own : forum.Other).ToString(),
                "bko" => (whose == Whose.Own ? house.OwnBko : house.OtherBko).ToString(),
                "satpol" => (whose == Whose.Own ? house.OwnSatpolPp : house.OtherSatpolPp).ToString(),
                "kekuatan" => (whose == Whose.Own ? house.OwnUnit : house.OtherUnit).ToString(),
                "linmas" => (whose == Whose.Own ? house.OwnLinmas : house.OtherLinmas).ToString(),
                "laporan" when route.Pattern.Contains("formulir", StringComparison.Ordinal) => (whose == Whose.Own ? house.OwnForm : house.OtherForm).ToString(),
                "laporan" => (whose == Whose.Own ? house.OwnReport : house.OtherReport).ToString(),
                "kejadian" when route.Pattern.Contains("berkas", StringComparison.Ordinal) => (whose == Whose.Own ? house.OwnIncidentReport : house.OtherIncidentReport).ToString(),
                "kejadian" => (whose == Whose.Own ? house.OwnIncident : house.OtherIncident).ToString(),
                "kesiapan-instansi" => (whose == Whose.Own ? house.OwnAgency : house.OtherAgency).ToString(),
                "impor" => (whose == Whose.Own ? house.OwnImport : house.OtherImport).ToString(),
                var folder => throw Unknown("Id", $"under /{folder}"),
            },
            ["Sheet"] = (_, whose) => (whose == Whose.Own ? house.OwnSheet : house.OtherSheet).ToString(),
            ["paper"] = (route, _) => route.Pattern.StartsWith("/linmas/", StringComparison.Ordinal) ? "usulan" : "lampiran-sprin",
            ["scan"] = (_, whose) => (whose == Whose.Own ? house.OwnScan : house.OtherScan).ToString(),
            ["Shift"] = (_, whose) => (whose == Whose.Own ? house.OwnShift : house.OtherShift).ToString(),
            ["evidence"] = (route, whose) => route.Pattern.StartsWith("/sosialisasi/", StringComparison.Ordinal) ? (whose == Whose.Own ? house.OwnOutreachEvidence : house.OtherOutreachEvidence).ToString() : (whose == Whose.Own ? house.OwnEvidence : house.OtherEvidence).ToString(),
            ["file"] = (_, whose) => (whose == Whose.Own ? house.OwnIncidentFile : house.OtherIncidentFile).ToString(),
            ["invitation"] = (_, whose) => (whose == Whose.Own ? house.OwnInvitation : house.OtherInvitation).ToString(),
            ["briefing"] = (_, whose) => (whose == Whose.Own ? house.OwnBriefing : house.OtherBriefing).ToString(),
            ["Level"] = (_, _) => "Kecamatan",
            ["Door"] = (_, whose) => (whose == Whose.Own ? House.OwnDoor : House.OtherDoor),
            ["Key"] = (_, _) => "netralitas-asn",
            ["Given"] = (_, _) => "salah",
            ["Token"] = (_, _) => "salah",
            ["Plan"] = (_, whose) => (whose == Whose.Own ? house.OwnDayPlan : house.OtherDayPlan).ToString(),
            ["Number"] = (_, _) => "1",
            ["kind"] = (_, _) => "stations",
            ["language"] = (_, _) => "id",
            ["theme"] = (_, _) => "gelap",
            // The log is one for all; only the administrator reads it.
            ["position"] = (_, _) => house.SignedHead.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        _query = new(StringComparer.OrdinalIgnoreCase)
        {
            ["di"] = (_, whose, _) => Village(whose),
            ["pemilihan"] = (_, whose, type) => type == typeof(int) ? elections[Election(whose)].ToString(System.Globalization.CultureInfo.InvariantCulture) : Election(whose),
            ["cari"] = (_, whose, _) => whose == Whose.Own ? null : House.Marker,
            ["q"] = (_, whose, _) => whose == Whose.Own ? "pasirian" : House.Marker,
            // Without it the whole plan is printed; each part is printed beside the tests of papers.
            ["bagian"] = (_, whose, _) => (whose == Whose.Own ? house.OwnSheet : house.OtherSheet).ToString(),
            ["polsek"] = (_, whose, _) => (whose == Whose.Own ? house.OwnSheet : house.OtherSheet).ToString(),
            ["jadwal"] = (_, whose, _) => (whose == Whose.Own ? house.OwnSchedule : house.OtherSchedule).ToString(),
            ["waktu"] = (_, whose, _) => whose == Whose.Own ? house.OwnSlot : House.OtherSlot,
            ["piket"] = (_, whose, _) => (whose == Whose.Own ? house.OwnShift : house.OtherShift).ToString(),
            ["betulkan"] = (_, whose, _) => whose == Whose.Own ? null : house.OtherHandover.ToString(),
            // Neither names a thing of anybody.
            ["pukul"] = None, ["menit"] = None,
            ["bulan"] = None, ["dari"] = None, ["topik"] = None,
            ["kembali"] = None, ["siap"] = None, ["halaman"] = None, ["urut"] = None, ["jenis"] = None, ["status"] = None,
            ["titik"] = None, ["tindakan"] = None, ["isi"] = None, ["lihat"] = None, ["orang"] = None, ["cara"] = None, ["tps"] = None, ["ke"] = None, ["versi"] = None, ["berkas"] = None, ["naskah"] = None,
            ["tanda"] = None,
            ["terkirim"] = None, ["tanggal"] = None, ["instansi"] = None, ["jalur"] = None, ["lewat"] = None, ["tahun"] = None,
            ["laporan"] = (_, whose, _) => (whose == Whose.Own ? house.OwnIncidentReport : house.OtherIncidentReport).ToString(),
            ["beres"] = None, ["jadi"] = None, ["kode"] = None,
            ["milik"] = None, ["kec"] = None, ["kelompok"] = None, ["lanjutan"] = None, ["kotak"] = None, ["keadaan"] = None, ["yang"] = None, ["wilayah"] = None,
        };
        string Village(Whose whose) => whose == Whose.Own ? village : House.OtherVillage;
        static string Election(Whose whose) => whose == Whose.Other ? House.OtherElection : "pemilu-contoh";
        static string? None(Route route, Whose whose, Type type) => null;
    }

    public static Task<RouteAddresses> OfAsync(House house) => house.Here.AskAsync(async database =>
    {
        var elections = await database.Set<Election>().ToDictionaryAsync(e => e.Code, e => e.Id);
        var village = await database.Set<Office>().Where(o => o.Title == "Kepala Desa" && o.Holdings.Any()).Select(o => new { o.AreaCode, o.Id }).SingleAsync();
        var other = await database.Set<Office>().Where(o => o.Agency!.Name.Contains(House.Marker)).Select(o => o.Id).SingleAsync();
        var ownPerson = await database.Set<OfficeHolding>().Where(h => h.OfficeId == village.Id).Select(h => h.PersonId).SingleAsync();
        var otherPerson = await database.Set<OfficeHolding>().Where(h => h.OfficeId == other).Select(h => h.PersonId).SingleAsync();
        // The kecamatan of that village: every office of the sample with a territory there reads it.
        var ownForum = await database.Set<Forum>().Where(f => f.AreaCode == village.AreaCode!.Substring(0, 8)).Select(f => f.Id).SingleAsync();
        var otherForum = await database.Set<Forum>().Where(f => f.Name.Contains(House.Marker) && f.Kind != ForumKind.Desk).Select(f => f.Id).SingleAsync();
        return new RouteAddresses(house, elections, (village.Id, other), (ownPerson, otherPerson), (ownForum, otherForum), village.AreaCode!);
    });

    /// <summary>An address of the route.</summary>
    public string Fill(Route route, Whose whose)
    {
        var path = route.Pattern;
        var query = new StringBuilder();
        foreach (var parameter in route.Parameters)
        {
            if (parameter.InQuery)
            {
                var fill = _query.GetValueOrDefault(parameter.Name) ?? throw Unknown(parameter.Name, $"of {route.Pattern}");
                if (fill(route, whose, parameter.Type) is { } value)
                    query.Append(query.Length == 0 ? '?' : '&').Append(parameter.Name.ToLowerInvariant()).Append('=').Append(Uri.EscapeDataString(value));
            }
            else
            {
                var fill = _path.GetValueOrDefault(parameter.Name) ?? throw Unknown(parameter.Name, $"of {route.Pattern}");
                var start = path.IndexOf($"{{{parameter.Name}", StringComparison.Ordinal);
                path = path[..start] + fill(route, whose) + path[(path.IndexOf('}', start) + 1)..];
            }
        }

        return path + query;
    }

    private static InvalidOperationException Unknown(string name, string where) => new(
        $"The parameter {name} {where} has no filler: add one to {nameof(RouteAddresses)} that gives a thing of the sample and one of the other kabupaten, so that this route is tried by everybody with both.");
}
