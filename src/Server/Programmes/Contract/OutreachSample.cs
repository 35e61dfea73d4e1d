using System.Security.Cryptography;
using System.Text;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Programmes.Outreach;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Programmes.Contract;

/// <summary>What the sample's kabupaten has taught, to whom, and what is still to be: some villages are left.</summary>
public static class OutreachSample
{
    /// <summary>Adds it within the caller's transaction, and saves.</summary>
    public static async Task AddAsync(Database database, OfficeClock clock, string kabupaten, CancellationToken cancel)
    {
        var offices = (await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), clock.Today, cancel)).All.ToList();
        var desk = offices.First(o => o.Title == "Kabag Tata Pemerintahan");
        var order = offices.First(o => o.Title == "Kepala Satpol PP");
        var kecamatan = await AreaQueries.ChildrenAsync(database, kabupaten, cancel);
        foreach (var (n, area) in kecamatan.Index())
        {
            if (n % 4 == 3) continue;
            var villages = await AreaQueries.VillagesAsync(database, area.Code, cancel);
            // In one of three a few villages did not come.
            var came = n % 3 == 0 ? villages.Take(villages.Count - 2).ToList() : [.. villages];
            var held = Held(OutreachTopic.Neutrality, OutreachKind.Outreach, $"Netralitas kepala desa dan perangkat desa, Kecamatan {area.Name}", "netralitas-kepala-desa", 12 + n, $"Pendopo Kecamatan {area.Name}", area.Code, desk, (OutreachAudience.VillageOfficials, came.Count * 4));
            database.AddRange(came.Select(v => new OutreachReach { Id = OrderedId.New(), EventId = held.Id, VillageCode = v.Code, Attended = 4 }));
            if (n == 0) Show(held);
        }

        var civil = Held(OutreachTopic.Neutrality, OutreachKind.Outreach, "Netralitas ASN", "netralitas-asn", 10, "Pendopo Kabupaten", kabupaten, desk, (OutreachAudience.CivilServants, 64));
        foreach (var agency in (await OutreachScope.AgenciesAsync(database, AreaSet.Of(kabupaten), cancel)).Index().Where(a => a.Index % 3 != 2).Select(a => a.Item))
            database.Add(new OutreachReach { Id = OrderedId.New(), EventId = civil.Id, AgencyId = agency.Id, Attended = 2 });
        var pasirian = kecamatan.First(k => k.Name == "Pasirian");
        var training = Held(OutreachTopic.StationGuard, OutreachKind.Training, "Pelatihan Linmas: tugas di TPS, Kecamatan Pasirian", "linmas-di-tps", 5, "Balai Desa Pasirian", pasirian.Code, order, (OutreachAudience.Linmas, 66));
        database.AddRange((await AreaQueries.VillagesAsync(database, pasirian.Code, cancel)).Select(v => new OutreachReach { Id = OrderedId.New(), EventId = training.Id, VillageCode = v.Code, Attended = 6 }));
        Add(OutreachTopic.StationGuard, OutreachKind.Training, "Pelatihan Linmas: tugas di TPS, Kecamatan Senduro", "linmas-di-tps", -5, "Pendopo Kecamatan Senduro", kecamatan.First(k => k.Name == "Senduro").Code, order, OutreachAudience.Linmas);
        Add(OutreachTopic.Hoaxes, OutreachKind.Outreach, "Cara memeriksa hoaks bagi pemilih pemula", "hoaks-kampanye-hitam", -9, "SMAN Contoh Lumajang", kabupaten, desk, OutreachAudience.FirstVoters, OutreachAudience.Citizens);
        // Its day has passed, and nobody has reported it.
        Add(OutreachTopic.MoneyPolitics, OutreachKind.Outreach, "Tolak politik uang", "politik-uang", 3, "Alun-alun Lumajang", kabupaten, desk, OutreachAudience.Citizens);
        await database.SaveChangesAsync(cancel);

        OutreachEvent Add(OutreachTopic topic, OutreachKind kind, string title, string card, int daysAgo, string place, string area, Addressee by, params ReadOnlySpan<OutreachAudience> audiences)
        {
            var made = new OutreachEvent
            {
                Id = OrderedId.New(), Kind = kind, Topic = topic, Title = title, RuleKey = card, Day = clock.Today.AddDays(-daysAgo), Place = place, AreaCode = area, AgencyId = by.AgencyId, By = $"{by.Holder}, {by.Name}",
                At = clock.Now.ToUniversalTime().AddDays(-Math.Max(0, daysAgo)),
            };
            database.Add(made);
            foreach (var audience in audiences) database.Add(new OutreachAttendance { EventId = made.Id, Audience = audience });
            return made;
        }

        OutreachEvent Held(OutreachTopic topic, OutreachKind kind, string title, string card, int daysAgo, string place, string area, Addressee by, (OutreachAudience Audience, int Attended) came)
        {
            var made = Add(topic, kind, title, card, daysAgo, place, area, by, came.Audience);
            made.State = OutreachState.Held;
            made.Attendance.Single().Attended = came.Attended;
            return made;
        }

        void Show(OutreachEvent held)
        {
            var content = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
            var file = new StoredFile { Id = OrderedId.New(), Digest = Convert.ToHexStringLower(SHA256.HashData(content)), Name = "undangan-contoh.pdf", MediaType = FileKind.MediaTypeOf(FileKinds.Pdf), Length = content.Length, Content = content, At = held.At };
            database.Add(file);
            database.Add(new OutreachEvidence { Id = OrderedId.New(), EventId = held.Id, FileId = file.Id, Note = "Undangan dan susunan acara (contoh)", By = held.By, At = held.At });
        }
    }
}
