using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>The commands of this room.</summary>
internal static class GuardingModule
{
    public static IServiceCollection AddGuarding(this IServiceCollection services)
    {
        services.AddScoped<StartGuardPlan>();
        services.AddScoped<UsePlan>().AddScoped<ShareQuota>().AddScoped<OpenSheet>().AddScoped<NameOfficers>().AddScoped<MoveSheet>();
        services.AddScoped<SignPlan>().AddScoped<RevisePlan>();
        services.AddSingleton<PlanQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<PlanQueue>());
        services.AddSingleton(new HomeSection(15, typeof(Filling.Pages.GuardInBrief), GuardingPermissions.Read));
        services.AddSingleton(new NavigationItem(20, "/pengamanan", "shield-check", typeof(GuardingText), "Navigation", GuardingPermissions.Read));
        return services;
    }

    public static void MapGuarding(this WebApplication app)
    {
        app.MapGet("/pengamanan/{id:guid}/kemajuan", GuardPlanRoutes.ProgressAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/plan.html", GuardPlanRoutes.PageAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/cetak/{paper}.pdf", PrintOrder.RunAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/cetak/lampiran-sprin.xlsx", PlanWorkbooks.OrderAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/kesiapan/unduh", PlanWorkbooks.ReadinessAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/polsek/{sheet:guid}/unduh", PlanWorkbooks.SheetAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/unduh", GuardPlanRoutes.DownloadAsync).Requires(GuardingPermissions.Read);
    }

    public static Command Command() =>
        new("guard", "Plan who guards the polling stations.") { Plan(), Pattern(), Presets() };

    private static Command Plan()
    {
        var villages = File("--villages", "Villages: village_code, and where known kecamatan, name, lat, lng.", required: true);
        var stations = File("--stations", "Polling stations: tps_code, or village_code and number; and kind (reguler, khusus) where some are special.", required: true);
        var classes = File("--classes", "Classes: tps_code,class (kurang_rawan, rawan, sangat_rawan, khusus). Default: kurang_rawan, special stations khusus.");
        var patterns = File("--patterns", "Patterns: class,officers,min_stations,max_stations,linmas_per_station,radius_m,effective_from,legal_basis. Default: 2-12, 2-2, 2-1, khusus 2-1. For a file to begin with: ./run guard presets --csv NAME.");
        var forces = File("--forces", "Strengths: kind,home_code,count (kind linmas, police or bko; home a village, kecamatan, kabupaten or jurisdiction). Default: needs only.");
        var jurisdictions = File("--jurisdictions", "Police jurisdictions: jurisdiction,kecamatan_code. Default: each kabupaten is one, named by its code.");
        var positions = File("--positions", "True positions of stations: tps_code,lat,lng. Default: placed around the village's centroid.");
        var links = File("--links", "Stations that must share a group or must not: tps_code,tps_code,together|apart.");
        var boundaries = File("--boundaries", "Village outlines for the map: GeoJSON, WGS84, [lng, lat], the code as village_code or kode. Default: points.");
        var unit = new Option<string>("--unit") { Description = "Groups stay within one village, or may cross villages of one kecamatan.", DefaultValueFactory = _ => "village" };
        OnlyFrom(unit, "village", "kecamatan");
        var neighbours = new Option<double>("--neighbours") { Description = "Villages whose centroids are this near lend each other Linmas, in km. Default: 0, none.", HelpName = "KM", CustomParser = Kilometres };
        var noFillRawan = new Option<bool>("--no-fill-rawan") { Description = "Forbid stations of a lower class in a rawan group." };
        var fillSangatRawan = new Option<bool>("--fill-sangat-rawan") { Description = "Allow stations of a lower class in a sangat rawan group." };
        var date = new Option<DateOnly?>("--date") { Description = "Day whose patterns apply, as 2024-11-27. Default: the latest in the file.", HelpName = "DAY", CustomParser = Day };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same plan.", HelpName = "N", DefaultValueFactory = _ => 1, CustomParser = SeedNumber };
        var threads = new Option<int>("--threads") { Description = "Threads to use; they change the time and nothing else. Default: all processors.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount, CustomParser = ThreadCount };
        var name = new Option<string>("--name") { Description = "Name of the kabupaten on the page, such as \"Kabupaten Lumajang\". Default: its code.", HelpName = "TEXT" };
        var sample = new Option<bool>("--sample") { Description = "Say on the page that these are sample data." };
        var folder = new Option<string>("--out") { Description = "Folder that the plan is written into; files of an earlier plan are replaced.", HelpName = "DIR", Required = true };

        var command = new Command("plan", "Make a guard plan from files. Nothing is written when anything is wrong. Tables are CSV in UTF-8 (comma, semicolon or tab; .gz too) with English or Indonesian headers.")
        {
            villages, stations, classes, patterns, forces, jurisdictions, positions, links, boundaries, unit, neighbours,
            noFillRawan, fillSangatRawan, date, seed, threads, name, sample, folder,
        };
        command.SetWork((parsed, cancel) => PlanGuard.Run(
            new PlanGuardRequest
            {
                Territory = new TerritoryPaths(
                    parsed.GetRequiredValue(villages), parsed.GetRequiredValue(stations),
                    parsed.GetValue(jurisdictions), parsed.GetValue(positions)),
                Classes = parsed.GetValue(classes),
                Patterns = parsed.GetValue(patterns),
                Forces = parsed.GetValue(forces),
                Links = parsed.GetValue(links),
                Boundaries = parsed.GetValue(boundaries),
                Unit = string.Equals(parsed.GetValue(unit), "kecamatan", StringComparison.OrdinalIgnoreCase) ? GroupingUnit.Kecamatan : GroupingUnit.Village,
                NeighbourKilometres = parsed.GetValue(neighbours),
                FillRawan = !parsed.GetValue(noFillRawan),
                FillSangatRawan = parsed.GetValue(fillSangatRawan),
                Date = parsed.GetValue(date),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
                Name = parsed.GetValue(name),
                IsSample = parsed.GetValue(sample),
                Out = parsed.GetRequiredValue(folder),
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            terminal: ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error) && !Console.IsErrorRedirected,
            TimeProvider.System,
            cancel));
        return command;
    }

    private static Command Pattern()
    {
        var text = new Argument<string>("PATTERN") { Description = "A pattern string such as 2-12-24 or 2:10:5." };
        var order = new Option<string>("--order") { Description = "P-T-L is police, stations, Linmas; P-L-T is police, Linmas, stations. Default: told from the numbers." };
        OnlyFrom(order, "P-T-L", "P-L-T");
        var command = new Command("pattern", "Read a pattern string and say which number is what.") { text, order };
        command.SetWork((parsed, _) => ReadPattern.Run(
            parsed.GetRequiredValue(text),
            parsed.GetValue(order)?.ToUpperInvariant() switch
            {
                "P-T-L" => PatternOrder.PoliceStationsLinmas,
                "P-L-T" => PatternOrder.PoliceLinmasStations,
                _ => null,
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static Command Presets()
    {
        var csv = new Option<string>("--csv") { Description = "Print this one as a patterns file.", HelpName = "NAME" };
        OnlyFrom(csv, [.. PatternPresets.All.Select(p => p.Name)]);
        var command = new Command("presets", "List patterns that were announced, with their sources.") { csv };
        command.SetWork((parsed, _) => ListPresets.Run(parsed.GetValue(csv), parsed.InvocationConfiguration.Output));
        return command;
    }

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
    private static void OnlyFrom(Option<string> option, params string[] words)
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
