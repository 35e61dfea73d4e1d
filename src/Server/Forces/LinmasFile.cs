using System.Resources;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Forces;

/// <summary>Names of a village as a file: a list of its own, or the one that was downloaded, filled in.</summary>
internal static class LinmasFile
{
    private static readonly ResourceManager Texts = new(typeof(ForcesText));
    private static readonly TableColumn Name = new("nama", "name", "nama_lengkap");
    private static readonly TableColumn BirthYear = new("tahun_lahir", "birth_year", "lahir");
    private static readonly TableColumn Phone = new("hp", "no_hp", "telepon", "phone");
    private static readonly TableShape Shape = new([Name, BirthYear, Phone], [Name, BirthYear]);

    public static SentTable<LinmasEntry> Read(IFormFile file, DateOnly today) => SentTable.Read(file, Shape, row =>
    {
        if (row[Name].IsBlank && row[BirthYear].IsBlank) return null;
        var (entry, problem) = LinmasLines.One(row[Name].Text, row[BirthYear].Text, row[Phone].Phone(), today);
        if (problem is not null)
            row.Found(problem switch { "NameNeeded" => Name, "PhoneWrong" => Phone, _ => BirthYear }, new FindingKind(problem, Severity.Refused, Texts));
        return entry;
    });
}
