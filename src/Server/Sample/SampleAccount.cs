using System.Security.Cryptography;
using System.Text.Json;
using TigaPilar.Server.Accounts.Contract;

namespace TigaPilar.Server.Sample;

/// <summary>An account of the sample and all that it needs to sign in. Random in each installation.</summary>
public sealed record SampleAccount(string Name, string Role, string Office, string Password, string TotpKey)
{
    // Read aloud and typed from a screen: no letter that looks like another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    internal static SampleAccount New(string name, string role, string office) => new(
        name, role, office,
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 5))),
        AccountMaker.NewTotpKey());
}

/// <summary>The sample's accounts beside the database, readable by the owner alone, so that they can be shown again.</summary>
internal static class SampleAccountFile
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string PathIn(string folder) => Path.Combine(folder, "sample-accounts.json");

    public static void Write(string folder, IReadOnlyList<SampleAccount> accounts)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(PathIn(folder), options);
        JsonSerializer.Serialize(file, accounts, Options);
    }

    public static IReadOnlyList<SampleAccount> Read(string folder)
    {
        if (!File.Exists(PathIn(folder))) return [];
        using var file = File.OpenRead(PathIn(folder));
        return JsonSerializer.Deserialize<List<SampleAccount>>(file) ?? [];
    }
}
