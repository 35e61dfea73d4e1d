using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

public sealed class VoterImportTests
{
    private const string Head = "kode_desa,nomor,dpt,dpt_l,dpt_p,pengguna,pengguna_l,pengguna_p\n";

    // Counted by an independent program over the files.
    [Theory]
    [InlineData("lampung-tengah-tps-2024-dpt.csv", 4071, 639, 34, 0, 46, 59, 54, 24)]
    [InlineData("lampung-tengah-tps-2019-dpt.csv", 3770, 0, 0, 2, 0, 0, 62, 11)]
    [InlineData("lumajang-tps-2019-dpt.csv", 3253, 0, 0, 4, 0, 0, 25, 6)]
    public void ARealListIsTakenWholeAndItsDirtIsNamed(
        string name, int rows, int blank, int zero, int negative, int sum, int turnoutSum, int over, int over110)
    {
        using var file = File.OpenRead(SharedData.File(name));
        var read = Reading.Voters(file);
        Assert.Equal(rows, read.Rows.Count);
        Assert.All(read.Findings, f => Assert.Equal(Severity.Flagged, f.Kind.Severity));
        int Count(FindingKind kind) => read.Findings.Count(f => f.Kind == kind);
        Assert.Equal(
            (blank, zero, negative, sum, turnoutSum),
            (Count(ImportFindings.VotersBlank), Count(ImportFindings.VotersZero), Count(ImportFindings.NumberNegative),
            Count(ImportFindings.VotersSum), Count(ImportFindings.TurnoutSum)));
        Assert.Equal((over, over110), (Count(ImportFindings.TurnoutOverVoters) + Count(ImportFindings.TurnoutOver110), Count(ImportFindings.TurnoutOver110)));
        Assert.All(read.Findings, f => Assert.True(f is { Row: > 1, Column: not null, Value: not null }));
    }

    [Fact]
    public void FiguresAreTakenAsPublished()
    {
        var read = Reading.Voters(Head + "35.08.01.2001,1,241,129,112,136,69,67\n35.08.01.2001,2,-1,-1,-1,198,,\n35.08.01.2001,3,,,,,,\n");
        Assert.Equal(
            [
                new ParsedVoters(2, "35.08.01.2001.001", 241, 129, 112, 136, 69, 67),
                new ParsedVoters(3, "35.08.01.2001.002", -1, -1, -1, 198, null, null),
                new ParsedVoters(4, "35.08.01.2001.003", null, null, null, null, null, null),
            ],
            read.Rows);
    }

    [Fact]
    public void WhereNoColumnGivesTheTotalItIsMenAndWomenTogether() =>
        Assert.Equal(260, Assert.Single(Reading.Voters("kode_desa,nomor,dpt_l,dpt_p,pengguna_hak_pilih\n35.08.01.2001,1,124,136,195\n").Rows).Voters);

    [Theory]
    [InlineData("202,491,291,110,55,55", "Row 2, column dpt, \"202\": men 491 and women 291 make 782; stored as the file says. Expected 782.")]
    [InlineData("0,0,0,0,0,0", "Row 2, column dpt, \"0\": no voters; stored as the file says. Expected at least 1.")]
    [InlineData("-1,,,5,,", "Row 2, column dpt, \"-1\": below zero; stored as the file says. Expected 0 or more.")]
    [InlineData(",,,,,", "Row 2, column dpt, \"\": blank; stored without voters. Expected the number of voters.")]
    [InlineData("200,100,100,220,110,110", "Row 2, column pengguna, \"220\": more came than the 200 voters listed, by less than a tenth; stored as the file says. Expected at most 200; 220 with voters from elsewhere.")]
    [InlineData("200,100,100,221,110,111", "Row 2, column pengguna, \"221\": more than 110 % of the 200 voters listed; stored as the file says. Expected at most 220.")]
    [InlineData("200,100,100,150,70,70", "Row 2, column pengguna, \"150\": men 70 and women 70 who came make 140; stored as the file says. Expected 140.")]
    public void ADirtyRowIsStoredAndNamed(string figures, string told)
    {
        var read = Reading.Voters($"{Head}35.08.01.2001,1,{figures}\n");
        Assert.Single(read.Rows);
        Assert.Equal(told, read.Text);
    }

    [Theory]
    [InlineData("35.08.01.2001,1,abc,,,,,", "Row 2, column dpt, \"abc\": no whole number; expected digits such as 241, or nothing.")]
    [InlineData("35.08.01.2001,1,24.5,,,,,", "Row 2, column dpt, \"24.5\": no whole number; expected digits such as 241, or nothing.")]
    [InlineData("35.08.01.2001,,240,,,,,", "Row 2, column nomor, \"\": no station number; expected 1 to 999.")]
    [InlineData("kalirejo,1,240,,,,,", "Row 2, column kode_desa, \"kalirejo\": ")]
    public void WhatCanNotBeStoredIsRefused(string row, string told)
    {
        var read = Reading.Voters($"{Head}{row}\n");
        Assert.Empty(read.Rows);
        Assert.StartsWith(told, read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suara_sah")]
    [InlineData("Perolehan 01")]
    [InlineData("Paslon 2")]
    [InlineData("votes")]
    [InlineData("Calon A")]
    [InlineData("NIK")]
    public void ColumnsOfVotesAndOfIdentitiesAreNeverTaken(string header)
    {
        Assert.True(ForbiddenColumns.Includes(header));
        var file = $"kode_desa,nomor,{header}\n35.08.01.2001,1,240\n";
        Assert.Empty(Reading.Voters(file).Rows);
        var choice = new ColumnChoice(new Dictionary<string, string>(StringComparer.Ordinal) { ["voters"] = header });
        Assert.Equal(ImportFindings.ForbiddenChoice, choice.Problem(VoterImport.Shape)!.Kind);
    }

    [Theory]
    [InlineData("Tempat Pemungutan Suara")]
    [InlineData("pemilih")]
    [InlineData("voters")]
    [InlineData("Pengguna hak suara")]
    public void AColumnThatCountsNoVoteMayBeTaken(string header) => Assert.False(ForbiddenColumns.Includes(header));
}
