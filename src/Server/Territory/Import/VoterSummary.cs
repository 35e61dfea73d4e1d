using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import;

/// <summary>How dirty a list of voters is: rows of each kind.</summary>
/// <param name="Blank">Without the number of voters.</param>
/// <param name="Zero">With no voter.</param>
/// <param name="Negative">Figures below zero.</param>
/// <param name="SumDiffers">Where men and women are not the total of voters.</param>
/// <param name="TurnoutSumDiffers">Where men and women are not the total of those who came.</param>
/// <param name="MoreCameThanVoters">Where more came than are listed.</param>
/// <param name="Over110">Of these, where it is more than 110 %.</param>
/// <param name="NotListed">Stations that the election's list does not have.</param>
internal sealed record VoterSummary(
    int Blank, int Zero, int Negative, int SumDiffers, int TurnoutSumDiffers, int MoreCameThanVoters, int Over110, int NotListed)
{
    public static VoterSummary Of(FindingLog log)
    {
        int Count(FindingKind kind) => log.Counts.GetValueOrDefault(kind.Key);
        var over110 = Count(ImportFindings.TurnoutOver110);
        return new VoterSummary(
            Count(ImportFindings.VotersBlank), Count(ImportFindings.VotersZero), Count(ImportFindings.NumberNegative),
            Count(ImportFindings.VotersSum), Count(ImportFindings.TurnoutSum), Count(ImportFindings.TurnoutOverVoters) + over110, over110,
            Count(ImportFindings.StationNotListed));
    }

    public void Write(TextWriter output)
    {
        foreach (var (text, count) in new[]
        {
            ("tanpa jumlah pemilih", Blank), ("pemilih nol", Zero), ("angka di bawah nol", Negative),
            ("laki-laki + perempuan bukan jumlah pemilih", SumDiffers), ("laki-laki + perempuan bukan jumlah pengguna", TurnoutSumDiffers),
            ("pengguna melebihi pemilih", MoreCameThanVoters), ("di antaranya di atas 110 %", Over110), ("TPS di luar daftar, tidak disimpan", NotListed),
        })
            if (count > 0) output.WriteLine($"    {Indonesian.Whole(count),7}  {text}");
    }
}
