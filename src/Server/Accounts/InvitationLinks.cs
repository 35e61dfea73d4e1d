using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>Makes and finds the links by which accounts are made and recovered.</summary>
internal sealed class InvitationLinks(Database database, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>A new link; earlier unused ones of the same holding stop working. The path is shown once and kept nowhere.</summary>
    public async Task<string> AddAsync(Guid holding, Guid? account, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var now = clock.GetUtcNow();
        foreach (var earlier in await database.Set<Invitation>()
            .Where(i => i.HoldingId == holding && i.UsedAt == null && i.WithdrawnAt == null).ToListAsync(cancel))
            earlier.WithdrawnAt = now;
        database.Add(new Invitation
        {
            Id = Guid.CreateVersion7(now),
            HoldingId = holding,
            AccountId = account,
            TokenDigest = Digest(token),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        });
        return $"/undangan/{token}";
    }

    /// <summary>The invitation if it still works, else null.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancel)
    {
        var digest = Digest(token);
        var now = clock.GetUtcNow();
        return await database.Set<Invitation>().SingleOrDefaultAsync(
            i => i.TokenDigest == digest && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, cancel);
    }

    private static string Digest(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
