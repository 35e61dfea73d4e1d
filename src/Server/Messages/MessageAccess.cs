using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Messages;

/// <summary>Which messages a reader sees: those that his agency sent, and the copies of his own offices.</summary>
internal static class MessageAccess
{
    public static IQueryable<Message> Sent(Database database, Reader reader)
    {
        var agencies = reader.Offices.Select(o => o.AgencyId).ToList();
        return database.Set<Message>().AsNoTracking().Where(m => agencies.Contains(m.SenderAgencyId));
    }

    public static IQueryable<MessageCopy> Received(Database database, Reader reader)
    {
        var offices = reader.Offices.Select(o => o.OfficeId).ToList();
        return database.Set<MessageCopy>().AsNoTracking().Where(c => offices.Contains(c.OfficeId));
    }
}
