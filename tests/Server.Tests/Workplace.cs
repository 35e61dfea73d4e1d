using System.Text;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Tests;

/// <summary>A folder with the files of a small kabupaten, on which the real commands are run.</summary>
public sealed class Workplace : IDisposable
{
    public const string Villages = """
        kode_kemendagri,kode_kecamatan,kecamatan,jenis,nama,lat,lng
        35.08.01.2001,35.08.01,Tempursari,desa,Tegalrejo,-8.33528,112.95064
        35.08.01.2002,35.08.01,Tempursari,desa,Bulurejo,-8.31600,112.97617
        35.08.02.1001,35.08.02,Pronojiwo,kelurahan,Kalirejo,-8.21000,112.93000

        """;

    public const string Stations = """
        kode_tps,kode_desa,kecamatan,desa,nomor,jenis
        35.08.01.2001.001,35.08.01.2001,Tempursari,Tegalrejo,1,reguler
        35.08.01.2001.002,35.08.01.2001,Tempursari,Tegalrejo,2,reguler
        35.08.01.2002.001,35.08.01.2002,Tempursari,Bulurejo,1,reguler
        35.08.02.1001.001,35.08.02.1001,Pronojiwo,Kalirejo,1,reguler
        35.08.02.1001.901,35.08.02.1001,Pronojiwo,Kalirejo,901,khusus

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tiga-pilar-test-").FullName;

    public Workplace()
    {
        File("villages.csv", Villages);
        File("stations.csv", Stations);
    }

    public string Out => Path("out");

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Writes a file as UTF-8 without a mark; its path.</summary>
    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>Plans the kabupaten with more options.</summary>
    public Task<Ended> Plan(params string[] more) => Run(
        ["guard", "plan", "--villages", Path("villages.csv"), "--stations", Path("stations.csv"), "--out", Out, .. more]);

    /// <summary>Runs a command line.</summary>
    public static Task<Ended> Run(string[] args) => RunUntil(args, CancellationToken.None);

    /// <summary>Runs a command line that a user stops by Ctrl-C.</summary>
    public static async Task<Ended> RunUntil(string[] args, CancellationToken cancel)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(Commands.Root(), args, output, error, cancel);
        return new Ended(code, output.ToString(), error.ToString());
    }

    /// <summary>Rows of a written table without its header, split at commas.</summary>
    public string[][] Rows(string table) =>
        [.. System.IO.File.ReadAllLines(System.IO.Path.Combine(Out, table)).Skip(1).Select(l => l.Split(','))];

    /// <summary>That the run was refused as bad input, said every phrase, and left nothing behind.</summary>
    public void AssertRefused(Ended ended, params string[] phrases)
    {
        Assert.Equal((ExitCode.BadInput, ""), (ended.Code, ended.Output));
        Assert.All(phrases, p => Assert.Contains(p, ended.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Out), "--out was written");
        Assert.Empty(Directory.EnumerateDirectories(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>How a command ended.</summary>
public sealed record Ended(int Code, string Output, string Error);
