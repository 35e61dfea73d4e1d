using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import;

/// <summary><c>import undo</c>: takes an import back, the newest where none is named.</summary>
internal static class UndoCommand
{
    private static readonly Argument<string?> Id = new("ID") { Description = "The import's id, as its page's address has it. Default: the last one.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would go and change back, and write nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "End with one line of JSON: the counts." };

    public static Command Make()
    {
        var command = new Command("undo", "Take an import back: what it added goes, what it changed gets its former values.")
        {
            Arguments = { Id }, Options = { DryRun, Json },
        };
        command.SetAction((parsed, cancel) => Task.Run(
            () => RunAsync(
                parsed.GetValue(Id), parsed.GetValue(DryRun), parsed.GetValue(Json),
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? given, bool dryRun, bool json, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id");
        if (OfficeClock.Problem is { } zone) return await RefuseAsync(zone, error);
        await using var services = ImportCommand.Services();
        if (await StorageModule.ObstacleAsync(services, cancel) is { } obstacle) return await RefuseAsync(obstacle, error);
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        if (given is not null && !Guid.TryParse(given, out _)) return await RefuseAsync($"{given} bukan nomor impor; lihat alamat halamannya.", error);
        var record = given is null ? await ImportUndo.NewestAsync(database, cancel)
            : await database.Set<ImportRecord>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == Guid.Parse(given), cancel);
        if (record is null)
            return await RefuseAsync(given is null ? "tidak ada impor yang dapat dibatalkan." : $"impor {given} tidak ada.", error);

        var undo = scope.ServiceProvider.GetRequiredService<ImportUndo>();
        await output.WriteLineAsync($"Impor {record.FileName} ({ImportNames.Of(record.Kind)}, {record.Id}):");
        var end = await undo.RunAsync(record.Id, null, dryRun, cancel);
        if (end.Problem is not null) return await RefuseAsync(Sentence(end), error);
        await output.WriteLineAsync($"  dihapus            {Indonesian.Whole(end.Gone),9}");
        await output.WriteLineAsync($"  kembali ke semula  {Indonesian.Whole(end.Back),9}");
        await output.WriteLineAsync(dryRun ? "Uji coba: tidak ada yang berubah." : "Impor dibatalkan.");
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new { record.Id, Kind = ImportNames.Of(record.Kind), end.Gone, end.Back, Undone = !dryRun }, JsonSerializerOptions.Web));
        return ExitCode.Ok;
    }

    private static string Sentence(UndoEnd end) => end.Problem switch
    {
        "AlreadyUndone" => "impor ini sudah dibatalkan. Untuk yang lebih lama, sebutkan nomornya dari alamat halamannya.",
        "OfficesUsed" => "jabatan atau pejabat dari impor ini sudah dipakai atau berubah. Tidak ada yang dibatalkan.",
        "TouchedSince" =>
            $"{Indonesian.Whole(end.Touched)} baris sudah berubah atau dipakai sesudah impor ini, yang pertama {end.First}. Tidak ada yang dibatalkan; batalkan dahulu yang lebih baru.",
        _ => "impor ini tidak pernah diterapkan.",
    };

    private static async Task<int> RefuseAsync(string sentence, TextWriter error)
    {
        await error.WriteLineAsync($"error: {sentence}");
        return ExitCode.BadInput;
    }
}
