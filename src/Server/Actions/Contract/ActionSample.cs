using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using TigaPilar.Server.Actions.Orders;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions.Contract;

/// <summary>What the sample kabupaten has agreed, in every state, one of it in every village.</summary>
public static class ActionSample
{
    private const string Rakor = "Rakor Desk Pemilu (contoh)";

    /// <summary>Adds it within the caller's transaction, and saves.</summary>
    /// <param name="database">With the sample's agencies and villages.</param>
    /// <param name="audit">The caller's.</param>
    /// <param name="kabupaten">Its code.</param>
    /// <param name="election">The election that some are due before.</param>
    /// <param name="account">Of the Desk.</param>
    /// <param name="by">The Desk's officer: <c>Name, Title, Agency</c>.</param>
    /// <param name="now">Today.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task AddAsync(Database database, AuditLog audit, string kabupaten, int election, Guid account, string by, DateTimeOffset now, CancellationToken cancel)
    {
        var agencies = (await AgencyQueries.AmongAsync(database, AreaSet.Of(kabupaten), cancel)).GroupBy(a => a.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var kecamatan = (await AreaQueries.ChildrenAsync(database, kabupaten, cancel)).ToDictionary(k => k.Name ?? k.Code, k => k.Code, StringComparer.Ordinal);
        var desk = agencies["Pemerintah Kabupaten Lumajang"];
        var (police, army, order) = (agencies["Polres Lumajang"], agencies["Kodim 0821 Lumajang"], agencies["Satpol PP Kabupaten Lumajang"]);
        var day = DateOnly.FromDateTime(now.DateTime);

        var posts = await AddAsync("Cek kesiapan poskamling dan jadwal ronda tiap desa", ActionKind.EarlyDetection, order, kabupaten, 3, 24, parts: PartLevel.Village, h: -28,
            detail: "Kepala desa/lurah memeriksa poskamling, jadwal ronda, dan alat komunikasi, lalu melapor dengan satu foto atau uraian singkat.");
        Move(posts, "Kepala Satpol PP, Satpol PP Kabupaten Lumajang", 23, ActionState.Accepted);
        Move(posts, "Kepala Satpol PP, Satpol PP Kabupaten Lumajang", 22, ActionState.InProgress);
        await MovePartsAsync(posts);
        var route = await AddAsync("Survei jalur ke TPS terpencil", ActionKind.SupportKpu, agencies["Polsek Pronojiwo"], kecamatan["Pronojiwo"], 5, 30, due: day.AddDays(-10));
        Move(route, "Kapolsek, Polsek Pronojiwo", 28, ActionState.Accepted);
        var patrol = await AddAsync("Patroli tiga pilar di desa perbatasan", ActionKind.Patrol, police, kabupaten, 1, 12, due: ActionDue.Next(ActionRepeat.Weekly, 5, day), repeat: 5);
        Move(patrol, "Kabag Ops, Polres Lumajang", 11, ActionState.Accepted);
        Move(patrol, "Kabag Ops, Polres Lumajang", 10, ActionState.InProgress);
        var sweep = await AddAsync("Tertibkan alat peraga yang roboh di jalan kabupaten", ActionKind.Enforcement, order, kabupaten, 4, 9, due: day.AddDays(3), detail: "Sesuai rekomendasi Bawaslu; berita acara dilampirkan.");
        foreach (var (state, days) in new[] { (ActionState.Accepted, 8), (ActionState.InProgress, 6), (ActionState.Reported, 1) }) Move(sweep, "Kepala Satpol PP, Satpol PP Kabupaten Lumajang", days, state, state == ActionState.Reported ? "Selesai di tiga ruas jalan." : null);
        AddPhoto(sweep);
        database.Add(new ActionOrder
        {
            ItemId = sweep.Id, Kind = OrderKind.Spt, AgencyId = desk, Addressee = "Kepala Satpol PP dan anggota yang ditunjuk", Reference = "Rekomendasi Bawaslu Kabupaten (contoh)\nHasil Rakor Desk Pemilu (contoh)",
            Text = "Menertibkan alat peraga yang roboh di jalan kabupaten.\nMembuat berita acara dan melapor kepada Desk.", Signer = "Sekretaris Daerah", Number = "100.1.4/00-CONTOH", By = by, At = now.AddDays(-8),
        });
        await AddAsync("Dua truk untuk pergeseran logistik ke kecamatan selatan", ActionKind.SupportKpu, army, kabupaten, 6, 4, h: -4);
        var contacts = await AddAsync("Daftar kontak darurat setiap Polsek", ActionKind.Guarding, police, kabupaten, 2, 15, due: day.AddDays(-2));
        foreach (var (state, days) in new[] { (ActionState.Accepted, 14), (ActionState.InProgress, 12), (ActionState.Reported, 5) }) Move(contacts, "Kabag Ops, Polres Lumajang", days, state);
        Move(contacts, by, 3, ActionState.Returned, "Nomor Polsek Tempursari belum ada.", desk);
        var peace = await AddAsync("Deklarasi pemilu damai", ActionKind.Declaration, order, kabupaten, 7, 40, due: day.AddDays(-20));
        foreach (var (state, days) in new[] { (ActionState.Accepted, 39), (ActionState.InProgress, 35), (ActionState.Reported, 21) }) Move(peace, "Kepala Satpol PP, Satpol PP Kabupaten Lumajang", days, state);
        Move(peace, by, 20, ActionState.Verified, "Berita acara sudah diterima Desk.", desk);
        await AddAsync("Pendampingan hukum bila ada gugatan hasil", ActionKind.Other, desk, kabupaten, 8, 4, h: 7, track: ActionTrack.Legal);
        await database.SaveChangesAsync(cancel);

        async Task<ActionItem> AddAsync(
            string title, ActionKind kind, Guid owner, string area, int decision, int daysAgo, DateOnly? due = null, PartLevel parts = PartLevel.None, int? h = null, int? repeat = null, ActionTrack track = ActionTrack.None, string? detail = null)
        {
            var action = new NewAction(title, detail, kind, track, owner, area, due, parts, Source: string.Create(CultureInfo.InvariantCulture, $"{Rakor}, keputusan {decision}"))
            { DueElection = h is null ? null : election, DueOffset = h ?? 0, Repeat = repeat is null ? ActionRepeat.None : ActionRepeat.Weekly, RepeatOn = repeat ?? 0 };
            var id = await ActionStore.AddAsync(database, audit, action, account, desk, by, now.AddDays(-daysAgo), cancel);
            return database.Set<ActionItem>().Local.Single(i => i.Id == id);
        }

        // Nobody's account: whoever did it in the sample has none. Those of the Desk verify what others did.
        // (By title and agency alone: these people have no names.)
        void Move(ActionItem item, string who, int daysAgo, ActionState state, string? note = null, Guid? agency = null)
        {
            (item.State, item.StateAt) = (state, now.AddDays(-daysAgo));
            database.Add(new ActionStep { ItemId = item.Id, State = state, At = item.StateAt, AccountId = agency is null ? Guid.Empty : account, AgencyId = agency ?? item.OwnerId, By = who, Note = note });
        }

        async Task MovePartsAsync(ActionItem whole)
        {
            var own = database.Set<ActionItem>().Local.Where(i => i.ParentId == whole.Id).OrderBy(i => i.AreaCode, StringComparer.Ordinal).ToList();
            var camat = await AgencyQueries.OfHeadsAsync(database, OfficeRole.Camat, kabupaten, cancel);
            foreach (var (part, n) in own.Select((p, n) => (p, n)))
            {
                // By a rule that leaves something of each in most kecamatan: 0 to 2 have not begun.
                var stage = n * 7 % 20;
                if (stage < 5) continue;
                Move(part, "Kepala desa", 20 - (n % 5), ActionState.Accepted);
                Move(part, "Kepala desa", 15 - (n % 4), ActionState.InProgress);
                if (stage < 8) continue;
                Move(part, "Kepala desa", 10 - (n % 3), ActionState.Reported, "Poskamling siap, ronda tiga kali seminggu.");
                if (stage < 11) continue;
                Move(part, "Camat", 6 - (n % 4), ActionState.Verified, "Sudah dilihat di tempat.", camat.GetValueOrDefault(AreaCode.KecamatanOf(part.AreaCode), desk));
            }
        }

        void AddPhoto(ActionItem item)
        {
            var content = Drawn();
            var file = new StoredFile { Id = OrderedId.New(), Digest = Convert.ToHexStringLower(SHA256.HashData(content)), Name = "foto-contoh.jpg", MediaType = FileKind.MediaTypeOf(FileKinds.Jpeg), Length = content.Length, Content = content, At = item.StateAt };
            database.Add(file);
            database.Add(new ActionEvidence
            {
                Id = OrderedId.New(), ItemId = item.Id, FileId = file.Id, Note = "Ruas jalan sesudah ditertibkan (contoh)", Latitude = -8.1335, Longitude = 113.2221, TakenAt = item.StateAt, At = item.StateAt,
                AccountId = Guid.Empty, AgencyId = item.OwnerId, By = "Kepala Satpol PP, Satpol PP Kabupaten Lumajang",
            });
        }
    }

    private static byte[] Drawn()
    {
        using var bitmap = new SKBitmap(960, 640);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(new SKColor(0xD8, 0xE6, 0xE8));
            using var paint = new SKPaint { Color = new SKColor(0x0B, 0x55, 0x63), IsAntialias = true };
            canvas.DrawRect(0, 430, 960, 210, paint);
            canvas.DrawText("FOTO CONTOH", 480, 240, SKTextAlign.Center, Typeset.Own.Font(64, bold: true), paint);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
