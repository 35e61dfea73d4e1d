using System.Resources;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>People of a list as a file: the one that was downloaded with more rows, or a list of its own.</summary>
internal static class DutyFile
{
    private static readonly ResourceManager Texts = new(typeof(DutyText));
    private static readonly TableColumn Name = new("nama", "name");
    private static readonly TableColumn Rank = new("pangkat", "rank", "pangkat_golongan");
    private static readonly TableColumn Number = new("nrp", "nip", "nrp_nip");
    private static readonly TableColumn Unit = new("kesatuan", "satuan", "unit");
    private static readonly TableColumn Place = new("tempat", "place", "lokasi");
    private static readonly TableColumn Time = new("waktu", "time");
    private static readonly TableColumn Phone = new("hp", "no_hp", "telepon", "phone");
    private static readonly TableShape Shape = new([Name, Rank, Number, Unit, Place, Time, Phone], [Name]);

    public static SentTable<DutyLine> Read(IFormFile file) => SentTable.Read(file, Shape, row =>
    {
        if (row[Name].IsBlank && row[Number].IsBlank && row[Rank].IsBlank) return null;
        var (person, problem) = DutyLines.One(
            row[Name].Text, row[Rank].Text, row[Number].Text, row[Unit].Text, row[Place].Text, row[Time].Text, row[Phone].Phone());
        if (problem is not null)
        {
            var (column, key) = problem switch
            {
                "RankLong" => (Rank, "WrongRank"),
                "ServiceNumberShape" => (Number, "WrongNumber"),
                "UnitLong" => (Unit, "WrongUnit"),
                "PlaceLong" => (Place, "WrongPlace"),
                "TimeLong" => (Time, "WrongTime"),
                "PhoneShape" => (Phone, "WrongPhone"),
                _ => (Name, "WrongName"),
            };
            row.Found(column, new FindingKind(key, Severity.Refused, Texts));
        }

        return person;
    });
}
