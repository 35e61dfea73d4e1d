using TigaPilar.Server.Accounts.Contract;

namespace TigaPilar.Server.Sample;

/// <summary>Prints the sample's accounts as a table, each with its digits of the moment.</summary>
internal static class SampleReply
{
    public static void Write(TextWriter output, IReadOnlyList<SampleAccount> accounts, DateTimeOffset now)
    {
        if (accounts.Count == 0)
        {
            output.WriteLine("Tidak ada akun contoh di sini / no sample accounts here.");
            return;
        }

        output.WriteLine("Kabupaten contoh (bukan data resmi, orangnya rekaan). Akun / accounts:");
        output.WriteLine();
        output.WriteLine($"  {"akun",-10} {"hak",-20} {"jabatan",-34} {"kata sandi",-18} {"kode",-7} kunci autentikator");
        foreach (var account in accounts)
            output.WriteLine($"  {account.Name,-10} {account.Role,-20} {account.Office,-34} {account.Password,-18} {AccountMaker.CodeAt(account.TotpKey, now),-7} {account.TotpKey}");
        output.WriteLine();
        output.WriteLine("Kode berganti tiap 30 detik / codes change every 30 seconds: ./run codes");
    }
}
