using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TigaPilar.Server.Guarding.Release;

/// <summary>A kecamatan of a summary: counts alone.</summary>
public sealed record SummaryKecamatan(string Code, string Name, int Stations, int Groups, int OfficersNeeded, int OfficersNamed, int LinmasNeeded, int LinmasNamed);

/// <summary>Whom the Desk rings.</summary>
public sealed record SummaryPadal(string Polsek, string Name, string Rank, string Phone, int Groups);

/// <summary>
/// What a Polres releases of its plan to the Desk: counts by kecamatan, Padal and their phones (domain rules, 9.2). No
/// station, class, pattern, officer or number of officers of a group is in it. As a file it goes from one installation to
/// another; its digest shows that nothing was lost or changed on the way, not who made it.
/// </summary>
public sealed record GuardSummary(
    string Format, string ElectionCode, string ElectionName, DateOnly? VotingDay, string AreaCode, string AreaName, string Polres,
    int Version, int? Revision, string? OrderNumber, DateTimeOffset MadeAt,
    ImmutableArray<SummaryKecamatan> Kecamatan, ImmutableArray<SummaryPadal> Padal)
{
    /// <summary>Name and version of the format; another is refused.</summary>
    public const string KnownFormat = "tigapilar.ringkasan-pam/1";

    private const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    public byte[] ToFile()
    {
        var content = JsonSerializer.Serialize(this, Json);
        return JsonSerializer.SerializeToUtf8Bytes(new Envelope(content, Digest(content)), Json);
    }

    /// <summary>The summary of a file, or the key of what is wrong with it.</summary>
    public static async Task<(GuardSummary? Summary, string? Problem)> ReadAsync(Stream file, long length, CancellationToken cancel)
    {
        if (length is 0 or > MostBytes) return (null, "SummaryNotOurs");
        try
        {
            if (await JsonSerializer.DeserializeAsync<Envelope>(file, Json, cancel) is not { Content: { } content, Digest: { } digest }) return (null, "SummaryNotOurs");
            if (!string.Equals(Digest(content), digest, StringComparison.Ordinal)) return (null, "SummaryChanged");
            var summary = JsonSerializer.Deserialize<GuardSummary>(content, Json);
            return summary is { Format: KnownFormat } known && known.IsSound() ? (known, null) : (null, "SummaryNotOurs");
        }
        catch (JsonException)
        {
            return (null, "SummaryNotOurs");
        }
    }

    /// <summary>A file is no more trusted than a form: lengths that a table holds, counts that can be.</summary>
    private bool IsSound() =>
        ElectionCode.Length is > 0 and <= 40 && ElectionName.Length <= 200 && Territory.Contract.AreaCode.IsKabupaten(AreaCode) && AreaName.Length <= 200 && Polres.Length <= 200
        && OrderNumber is null or { Length: <= 80 } && !Kecamatan.IsDefault && !Padal.IsDefault && Kecamatan.Length is > 0 and <= 200 && Padal.Length <= 2000
        && Kecamatan.All(k => k.Code.StartsWith(AreaCode + ".", StringComparison.Ordinal) && k.Name.Length <= 200
            && new[] { k.Stations, k.Groups, k.OfficersNeeded, k.OfficersNamed, k.LinmasNeeded, k.LinmasNamed }.All(n => n is >= 0 and <= 1_000_000))
        && Padal.All(p => p.Polsek.Length <= 120 && p.Name.Length <= 120 && p.Rank.Length <= 40 && p.Phone.Length <= 30 && p.Groups is >= 0 and <= 10_000);

    private static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private sealed record Envelope(string Content, string Digest);
}
