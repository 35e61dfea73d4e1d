using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>The sample's Desk as a decree forms it. Not whole on purpose: so that one sees how it tells what it lacks.</summary>
public static class DeskSample
{
    /// <summary>Adds it within the caller's transaction; the offices are saved already.</summary>
    public static async Task AddAsync(Database database, string kabupaten, DateOnly today, CancellationToken cancel)
    {
        var offices = (await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), today, cancel)).All.Where(o => o.Level == OfficeLevel.Kabupaten).ToList();
        var desk = ForumStore.Add(database, ForumKind.Desk, "Desk Pemilu Kabupaten Lumajang", kabupaten, "Permendagri 61/2011", "100.1.4/KPTS.00-CONTOH", today.AddDays(-30));
        var forum = database.Set<Forum>().Local.Single(f => f.Id == desk);
        (forum.DecreeDate, forum.To) = (today.AddDays(-31), today.AddDays(120));
        foreach (var (position, (field, seats)) in Fields.Index())
        {
            var id = OrderedId.New();
            database.Add(new ForumField { Id = id, ForumId = desk, Name = field, Position = position + 1 });
            foreach (var (n, title) in seats.Index()) Seat(title, n == 0 ? ForumPart.Coordinator : ForumPart.Member, id);
        }

        // As Permendagri has it: the secretary in the chair, without the bupati, who may be a candidate.
        Seat("Sekretaris Daerah", ForumPart.Chair);
        foreach (var title in (string[])["Asisten Pemerintahan", "Kapolres", "Dandim"]) Seat(title, ForumPart.ViceChair);
        Seat("Kabag Tata Pemerintahan", ForumPart.Secretary);
        Seat("Ketua DPRD", ForumPart.Member);
        foreach (var title in (string[])["Anggota KPU, Divisi Teknis", "Anggota Bawaslu, Divisi Pencegahan"]) Seat(title, ForumPart.Invited);
        foreach (var (duty, title) in ((DeskDuty, string)[])[(DeskDuty.Monitor, "Kabag Tata Pemerintahan"), (DeskDuty.Anticipate, "Kabag Ops"), (DeskDuty.Assist, "Sekretaris Daerah")])
            database.Add(new ForumDuty { ForumId = desk, Kind = duty, OfficeId = Office(title) });

        void Seat(string title, ForumPart part, Guid? field = null) => database.Add(new ForumMember { ForumId = desk, OfficeId = Office(title), Part = part, FieldId = field });
        Guid Office(string title) => offices.First(o => o.Title == title).OfficeId;
    }

    // The first of each leads it.
    private static readonly (string Name, string[] Offices)[] Fields =
    [
        ("Pemantauan dan fasilitasi", ["Kepala Satpol PP"]),
        ("Ketenteraman, ketertiban, dan keamanan", ["Kabag Ops", "Pasi Ops"]),
        ("Advokasi hukum", ["Kepala Kejaksaan Negeri"]),
        ("Sosialisasi", []),
    ];
}
