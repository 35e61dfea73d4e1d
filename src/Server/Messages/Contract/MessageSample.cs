using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Messages.Contract;

/// <summary>What has gone between the sample's kabupaten and its villages.</summary>
public static class MessageSample
{
    /// <summary>Adds them within the caller's transaction, and saves.</summary>
    public static async Task AddAsync(Database database, OfficeClock clock, string kabupaten, CancellationToken cancel)
    {
        var groups = await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), clock.Today, cancel);
        var desk = groups.All.First(o => o.Title == "Kabag Tata Pemerintahan");
        var villages = groups.Of(OfficeGroup.VillageHeads).Concat(groups.Of(OfficeGroup.WardHeads)).ToList();
        var ask = Add(MessageKind.Question, "Poskamling yang aktif malam ini", "Mohon disampaikan jumlah poskamling yang dijaga malam ini dan kendalanya.", 1, clock.Today.AddDays(4));
        var call = Add(MessageKind.Appeal, "Aktifkan kembali siskamling dan buku tamu", "Kepala desa dan lurah diimbau mengaktifkan kembali siskamling serta memastikan buku tamu RT diisi. Buku tamu tetap di RT.", 5, null);
        foreach (var (n, office) in villages.Index())
        {
            var (asked, called) = (Copy(ask, office), Copy(call, office));
            // Most have read the appeal; of the question some have, and a few have answered. Who has an account here still may.
            if (office.Holder is not null) continue;
            if (n % 5 != 0) (called.SeenAt, called.SeenBy) = (call.SentAt.AddHours(2 + n % 40), office.Name);
            if (n % 3 == 0) (asked.SeenAt, asked.SeenBy) = (ask.SentAt.AddHours(1 + n % 12), office.Name);
            if (n % 9 == 0) (asked.Answer, asked.AnsweredAt, asked.AnsweredBy) = (n % 2 == 0 ? "Tiga pos, semuanya terisi." : "Dua pos. Satu pos belum ada lampu.", ask.SentAt.AddHours(3 + n % 12), office.Name);
        }

        await database.SaveChangesAsync(cancel);

        Message Add(MessageKind kind, string subject, string body, int daysAgo, DateOnly? answerBy)
        {
            var message = new Message
            {
                Id = OrderedId.New(), Kind = kind, Subject = subject, Body = body, AreaCode = kabupaten, SenderAgencyId = desk.AgencyId, By = $"{desk.Holder}, {desk.Name}",
                SentAt = clock.Now.ToUniversalTime().AddDays(-daysAgo), AnswerBy = answerBy,
            };
            database.Add(message);
            return message;
        }

        MessageCopy Copy(Message message, Addressee office)
        {
            var copy = new MessageCopy { Id = OrderedId.New(), MessageId = message.Id, OfficeId = office.OfficeId, Office = office.Name, AreaCode = office.AreaCode };
            database.Add(copy);
            return copy;
        }
    }
}
