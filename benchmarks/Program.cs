using System.CommandLine;
using System.Globalization;
using TigaPilar.Bench;
using TigaPilar.Bench.Duplicates;
using TigaPilar.Bench.Feed;
using TigaPilar.Bench.Intake;
using TigaPilar.Bench.Meetings;
using TigaPilar.Server.Storage;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var full = new Option<bool>("--full") { Description = "More and larger cases; takes longer than ten minutes." };
var json = new Option<FileInfo?>("--json") { Description = "Also write the report to this file." };
var nation = new Option<bool>("--nation") { Description = "All 820,161 stations of the nation instead of single kabupaten." };
var shared = new Option<DirectoryInfo?>("--shared") { Description = "Folder with data/ and instances/ (default: shared beside the repository)." };

var from = new Option<string?>("--from") { Description = "Goes on at this kabupaten, for a long run that was ended." };
var guard = new Command("guard", "Guard plans beside CP-SAT and the proved lower bound") { full, from, json, nation, shared };
guard.SetAction(parsed => parsed.GetValue(nation)
    ? Report("guard --nation", parsed, (report, data) => NationBench.Run(report, data))
    : Report("guard", parsed, (report, data) => GuardBench.Run(report, data, parsed.GetValue(full), parsed.GetValue(from))));
var pmedcap = new Command("pmedcap", "The local search on 20 published capacitated p-median instances") { full, json, shared };
pmedcap.SetAction(parsed => Report("pmedcap", parsed, PmedcapBench.Run));

var import = new Command("import", "All 820,161 stations of the nation through the import, beside bare inserts") { full, json, shared };
import.SetAction(parsed => Report("import", parsed, (report, data) => ImportBench.Run(report, data, parsed.GetValue(full))));

var papers = new Command("papers", "Orders, task sheets and cards of the largest kabupaten, beside bare SkiaSharp drawing the same text") { json, shared };
papers.SetAction(parsed => Report("papers", parsed, PapersBench.Run));

var seconds = new Option<double>("--seconds") { Description = "Shorter than the minute that counts, to try it.", DefaultValueFactory = _ => 60 };
var feed = new Command("feed", "500 readers of the live feed beside a bare writer, also where a server is killed") { json, seconds };
feed.SetAction(parsed => Report("feed", parsed, (report, _) => FeedBench.Run(report, parsed.GetValue(seconds))));

var editing = new Option<double>("--editing") { Description = "Seconds of editing, shorter than the five minutes that count.", DefaultValueFactory = _ => 300 };
var meetings = new Command("meetings", "A rakor of 389 units: letters, 389 marks in a minute, five who write the same minutes; a message and a meeting for 6,000 offices") { json, editing };
meetings.SetAction(parsed => Report("meetings", parsed, (report, _) => MeetingsBench.Run(report, parsed.GetValue(editing))));

var seeds = new Option<string>("--seeds") { Description = "Seeds of the reports, with commas.", DefaultValueFactory = _ => "11,12,13" };
var sample = new Option<DirectoryInfo?>("--sample") { Description = "Folder of the sample kabupaten (default: sample in the repository)." };
var show = new Option<int>("--show") { Description = "Only prints so many of the reports, to be judged by the eye." };
var fit = new Option<bool>("--fit") { Description = "Only prints weights fitted on these seeds, without what is held out." };
var duplicates = new Command("duplicates", "5,000 Indonesian reports with known duplicates; one among 100,000 open reports") { json, seeds, sample, show, fit };
duplicates.SetAction(parsed => Report("duplicates", parsed, (report, _) =>
{
    var (folder, given) = (parsed.GetValue(sample)?.FullName ?? Above("sample", "villages.csv")!, parsed.GetValue(seeds)!.Split(',').Select(s => ulong.Parse(s, CultureInfo.InvariantCulture)).ToList());
    if (parsed.GetValue(fit)) WeightFit.Print(Console.Out, folder, given);
    else if (parsed.GetValue(show) is var count and > 0) DuplicatesBench.Show(Console.Out, folder, given[0], count);
    else DuplicatesBench.Run(report, folder, given);
}));
var phase = new Option<double>("--seconds") { Description = "Of each phase, shorter than the twenty that count, to try it.", DefaultValueFactory = _ => 20 };
var kills = new Option<int>("--kills") { Description = "How often the server is killed on each database.", DefaultValueFactory = _ => 50 };
var engine = new Option<string?>("--on") { Description = "sqlite or postgres alone, to try it." };
var intake = new Command("intake", "Reports of incidents over HTTP on both databases beside a bare endpoint, with 500 who look on, a flood and 50 kills") { json, phase, kills, engine };
intake.SetAction(parsed => Report("intake", parsed, (report, _) => IntakeBench.Run(report, parsed.GetValue(phase), parsed.GetValue(kills), parsed.GetValue(engine))));

// Children of benchmarks.
if (args is ["papers-child", var paper, var stands]) return PapersBench.Child(paper, stands);
if (args is ["feed-peer", var peerUrl]) return await FeedPeer.RunAsync(peerUrl);
if (args is ["feed-node", var node, var url, var folder, var connection, var pace])
    return await FeedNode.RunAsync(node, url, connection.Length == 0 ? StorageSettings.InFolder(folder) : new StorageSettings(connection, folder), int.Parse(pace, CultureInfo.InvariantCulture));
if (args is ["meetings-node", var meetingsUrl, var meetingsFolder, var meetingsDatabase])
    return await MeetingsNode.RunAsync(meetingsUrl, meetingsDatabase.Length == 0 ? StorageSettings.InFolder(meetingsFolder) : new StorageSettings(meetingsDatabase, meetingsFolder));

if (args is [("intake-node" or "intake-peer") and var child, var intakeUrl, var intakeFolder, var intakeDatabase])
{
    var intakeStorage = intakeDatabase.Length == 0 ? StorageSettings.InFolder(intakeFolder) : new StorageSettings(intakeDatabase, intakeFolder);
    return await (child == "intake-node" ? IntakeNode.RunAsync(intakeUrl, intakeStorage) : IntakePeer.RunAsync(intakeUrl, intakeStorage));
}

var root = new RootCommand("Benchmarks of Tiga Pilar: each prints both raw figures, the ratio and whether its goals held.") { guard, pmedcap, import, papers, feed, meetings, intake, duplicates };
root.SetAction(_ =>
{
    foreach (var command in root.Subcommands)
        Console.WriteLine($"./bench {command.Name,-16} {command.Description}");
    Console.WriteLine($"./bench {"guard --nation",-16} {nation.Description}");
    Console.WriteLine("--full runs what takes longer than ten minutes; --json FILE also writes the report.");
    return 0;
});
return await root.Parse(args).InvokeAsync();

int Report(string name, ParseResult parsed, Action<BenchReport, string> run)
{
    var data = parsed.CommandResult.Command.Options.Contains(shared) ? parsed.GetValue(shared)?.FullName ?? SharedFolder() : "";
    if (data is null)
    {
        Console.Error.WriteLine("skipped: ../shared is absent. Name the folder with data/ and instances/ by --shared.");
        return 1;
    }

    var report = new BenchReport(name);
    run(report, data);
    report.Print(Console.Out);
    if (parsed.GetValue(json) is { } file)
        report.WriteJson(file.FullName);
    return report.AllHeld ? 0 : 1;
}

// Beside the repository, wherever the benchmark was started from.
static string? SharedFolder() => Above("shared", "data");

// The nearest folder of this name above, in which this is.
static string? Above(string folder, string holds)
{
    for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
    {
        var candidate = Path.Combine(at.FullName, folder);
        if (Path.Exists(Path.Combine(candidate, holds)))
            return candidate;
    }

    return null;
}
