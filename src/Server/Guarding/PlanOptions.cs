using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>The options of the commands that make a plan.</summary>
internal sealed class PlanOptions
{
    /// <summary>What every table may be.</summary>
    public const string Tables = "Tables are CSV in UTF-8 (comma, semicolon or tab; .gz too) with English or Indonesian headers.";

    private readonly Option<string> _villages = File("--villages", "Villages: village_code, and where known kecamatan, name, lat, lng.", required: true);
    private readonly Option<string> _stations = File("--stations", "Polling stations: tps_code, or village_code and number; and kind (reguler, khusus) where some are special.", required: true);
    private readonly Option<string> _classes = File("--classes", "Classes: tps_code,class (kurang_rawan, rawan, sangat_rawan, khusus). Default: kurang_rawan, special stations khusus.");
    private readonly Option<string> _patterns = File("--patterns", "Patterns: class,officers,min_stations,max_stations,linmas_per_station,radius_m,effective_from,legal_basis. Default: 2-12, 2-2, 2-1, khusus 2-1. For a file to begin with: ./run guard presets --csv NAME.");
    private readonly Option<string> _forces = File("--forces", "Strengths: kind,home_code,count (kind linmas, police or bko; home a village, kecamatan, kabupaten or jurisdiction). Default: needs only.");
    private readonly Option<string> _jurisdictions = File("--jurisdictions", "Police jurisdictions: jurisdiction,kecamatan_code. Default: each kabupaten is one, named by its code.");
    private readonly Option<string> _positions = File("--positions", "True positions of stations: tps_code,lat,lng. Default: placed around the village's centroid.");
    private readonly Option<string> _links = File("--links", "Stations that must share a group or must not: tps_code,tps_code,together|apart.");
    private readonly Option<string> _pins = File("--pins", "Stations that stay together: tps_code,group; those of one group share one, as they are given.");
    private readonly Option<string> _distances = File("--distances", "Minutes between villages: village_code,village_code,minutes. Stations of the two count as 500 m a minute apart. Default: straight lines.");
    private readonly Option<string> _boundaries = File("--boundaries", "Village outlines for the map: GeoJSON, WGS84, [lng, lat], the code as village_code or kode. Default: points.");
    private readonly Option<string> _unit = new("--unit") { Description = "Groups stay within one village, or may cross villages of one kecamatan.", DefaultValueFactory = _ => "village" };
    private readonly Option<string> _across = new("--across") { Description = "Kecamatan whose groups may cross villages though --unit is village: their codes, separated by commas.", HelpName = "CODES" };
    private readonly Option<double> _neighbours = new("--neighbours") { Description = "Villages whose centroids are this near lend each other Linmas, in km. Default: 0, none.", HelpName = "KM", CustomParser = Kilometres };
    private readonly Option<bool> _noFillRawan = new("--no-fill-rawan") { Description = "Forbid stations of a lower class in a rawan group." };
    private readonly Option<bool> _fillSangatRawan = new("--fill-sangat-rawan") { Description = "Allow stations of a lower class in a sangat rawan group." };
    private readonly Option<DateOnly?> _date = new("--date") { Description = "Day whose patterns apply, as 2024-11-27. Default: the latest in the file.", HelpName = "DAY", CustomParser = Day };
    private readonly Option<ulong> _seed = new("--seed") { Description = "The same seed gives the same plan.", HelpName = "N", DefaultValueFactory = _ => 1, CustomParser = SeedNumber };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads to use; they change the time and nothing else. Default: all processors.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount, CustomParser = ThreadCount };
    private readonly Option<string> _name = new("--name") { Description = "Name of the kabupaten on the page, such as \"Kabupaten Lumajang\". Default: its code.", HelpName = "TEXT" };
    private readonly Option<bool> _sample = new("--sample") { Description = "Say on the page that these are sample data." };
    private readonly Option<string> _folder = new("--out") { Description = "Folder that the plan is written into; files of an earlier plan are replaced.", HelpName = "DIR", Required = true };

    public PlanOptions() => OnlyFrom(_unit, "village", "kecamatan");

    /// <summary>Adds them all; planning again does not search, and so has no seed.</summary>
    public void AddTo(Command command, bool replan)
    {
        Option[] all =
        [
            _villages, _stations, _classes, _patterns, _forces, _jurisdictions, _positions, _links, _pins, _distances, _boundaries, _unit, _across, _neighbours, _noFillRawan, _fillSangatRawan, _date, _seed, _threads, _name, _sample, _folder,
        ];
        foreach (var option in all.Where(o => !replan || o != _seed)) command.Add(option);
    }

    public PlanGuardRequest Request(ParseResult parsed) => new()
    {
        Territory = new TerritoryPaths(
            parsed.GetRequiredValue(_villages), parsed.GetRequiredValue(_stations),
            parsed.GetValue(_jurisdictions), parsed.GetValue(_positions)),
        Classes = parsed.GetValue(_classes),
        Patterns = parsed.GetValue(_patterns),
        Forces = parsed.GetValue(_forces),
        Links = parsed.GetValue(_links),
        Pins = parsed.GetValue(_pins),
        Distances = parsed.GetValue(_distances),
        Boundaries = parsed.GetValue(_boundaries),
        Unit = string.Equals(parsed.GetValue(_unit), "kecamatan", StringComparison.OrdinalIgnoreCase) ? GroupingUnit.Kecamatan : GroupingUnit.Village,
        Across = parsed.GetValue(_across)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        NeighbourKilometres = parsed.GetValue(_neighbours),
        FillRawan = !parsed.GetValue(_noFillRawan),
        FillSangatRawan = parsed.GetValue(_fillSangatRawan),
        Date = parsed.GetValue(_date),
        Seed = parsed.CommandResult.Command.Options.Contains(_seed) ? parsed.GetValue(_seed) : 1,
        Threads = parsed.GetValue(_threads),
        Name = parsed.GetValue(_name),
        IsSample = parsed.GetValue(_sample),
        Out = parsed.GetRequiredValue(_folder),
    };

    private static Option<string> File(string name, string description, bool required = false) =>
        new(name) { Description = description, HelpName = "FILE", Required = required };

    private static double Kilometres(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var km)
            && km is >= 0 and <= 1000)
            return km;
        result.AddError("--neighbours must be kilometres from 0 to 1000, such as 5 or 2.5.");
        return 0;
    }

    private static int ThreadCount(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            && threads is >= 1 and <= 1024)
            return threads;
        result.AddError("--threads must be a whole number from 1 to 1024.");
        return 0;
    }

    private static ulong SeedNumber(ArgumentResult result)
    {
        if (ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        result.AddError($"--seed must be a whole number from 0 to {ulong.MaxValue}.");
        return 0;
    }

    // The library's own check does not say of which option it speaks.
    public static void OnlyFrom(Option<string> option, params string[] words)
    {
        option.HelpName ??= string.Join('|', words);
        option.CompletionSources.Add(words);
        option.Validators.Add(r =>
        {
            if (r.Tokens is [var token, ..] && !words.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
                r.AddError($"{option.Name} must be one of {string.Join(", ", words)}.");
        });
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(
                result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError("--date must be a day as 2024-11-27.");
        return null;
    }
}
