using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

public sealed class StationImportTests
{
    [Theory]
    [InlineData("lumajang-tps-2024.csv", 3322, 14)]
    [InlineData("lampung-tengah-tps-2024.csv", 4071, 2)]
    public void ARealListIsTakenWhole(string name, int stations, int special)
    {
        using var file = File.OpenRead(SharedData.File(name));
        var read = Reading.Stations(file);
        Assert.Empty(read.Texts);
        Assert.Equal((stations, special), (read.Rows.Count, read.Rows.Count(s => s.Special == true)));
    }

    [Fact]
    public void AStationIsReadWithAllThatTheFileGives()
    {
        var read = Reading.Stations("""
            Kode Desa,No. TPS,Jenis TPS,Status,Alamat,Lintang,Bujur
            35.08.01.2001,TPS 07,Reguler,Disurvei,"Balai Desa, RT 01",-8.335,112.951
            3508012001,901,TPS Khusus,,,,
            """);
        Assert.Empty(read.Texts);
        Assert.Equal(
            [new ParsedStation(2, "35.08.01.2001.007", false, StationState.Surveyed, "Balai Desa, RT 01", -8.335, 112.951),
             new ParsedStation(3, "35.08.01.2001.901", true, null, null, null, null)], read.Rows);
    }

    [Theory]
    [InlineData("35.08.01.2001.001,35.08.01.2002,1", "column kode_desa, \"35.08.01.2002\": does not fit code 35.08.01.2001.001; expected 35.08.01.2001.")]
    [InlineData("35.08.01.2001.001,,5", "column nomor, \"5\": does not fit code 35.08.01.2001.001; expected 1.")]
    [InlineData("35.08.01.2001,,5", "column kode_tps, \"35.08.01.2001\": no station code")]
    [InlineData("35.08.01.2001.000,,", "column kode_tps, \"35.08.01.2001.000\": no station code")]
    public void AStationThatContradictsItsCodeIsRefused(string row, string phrase)
    {
        var read = Reading.Stations($"kode_tps,kode_desa,nomor\n{row}\n");
        Assert.Contains($"Row 2, {phrase}", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Rows);
    }

    [Theory]
    [InlineData("35.08.01.2001,0", "column nomor, \"0\": no station number")]
    [InlineData("35.08.01.2001,1.000", "column nomor, \"1.000\": no station number")]
    [InlineData("Tegalrejo,1", "column kode_desa, \"Tegalrejo\": no village code")]
    public void AStationWithoutAVillageOrNumberIsRefused(string row, string phrase) =>
        Assert.Contains($"Row 2, {phrase}", Reading.Stations($"kode_desa,nomor\n{row}\n").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("jenis\n35.08.01.2001.001,istimewa", "column jenis, \"istimewa\": an unknown kind of station")]
    [InlineData("status\n35.08.01.2001.001,aktif", "column status, \"aktif\": an unknown state")]
    public void AnUnknownWordIsRefused(string rest, string phrase) =>
        Assert.Contains($"Row 2, {phrase}", Reading.Stations($"kode_tps,{rest}\n").Text, StringComparison.Ordinal);

    [Fact]
    public void ANumberOfSpecialStationsIsFlaggedWhereTheFileSaysOtherwiseOrNothing()
    {
        var read = Reading.Stations("kode_tps,jenis\n35.08.01.2001.901,reguler\n35.08.01.2001.902,\n35.08.01.2001.903,khusus\n35.08.01.2001.001,\n");
        Assert.Equal([ImportFindings.RegularFrom901, ImportFindings.SpecialByNumber], read.Findings.Select(f => f.Kind));
        Assert.Equal([false, true, true, null], read.Rows.Select(r => r.Special));
    }

    [Fact]
    public void ARepeatedStationIsRefusedNamingTheFirstRow() =>
        Assert.Equal("Row 3, column nomor, \"1\": code 35.08.01.2001.001 stands twice, first in row 2; expected each once.",
            Reading.Stations("kode_desa,nomor\n35.08.01.2001,01\n3508012001,1\n").Text);

    [Fact]
    public void RowsThatAQuotedFieldSwallowsAreFlagged()
    {
        var read = Reading.Stations("kode_tps,alamat\n35.08.01.2001.001,\"Balai\n35.08.01.2001.002,Desa\n35.08.01.2001.003,SD\"\n");
        Assert.Contains("a quoted field runs over 3 lines", read.Text, StringComparison.Ordinal);
    }
}
