using System.CommandLine;
using System.CommandLine.Parsing;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Guarding.Duty;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Meals;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Guarding.Release;
using TigaPilar.Server.Guarding.Signing;
using TigaPilar.Server.Guarding.Replanning;
using TigaPilar.Server.Guarding.Rules;
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
        services.AddScoped<StartGuardPlan>().AddScoped<AssemblePlan>().AddScoped<ReplanGuard>().AddScoped<WeighUnits>();
        services.AddScoped<KeepPatterns>().AddScoped<KeepWays>().AddScoped<ReleaseSummary>();
        services.AddSingleton<OpenedPlans>();
        services.AddScoped<UsePlan>().AddScoped<ShareQuota>().AddScoped<OpenSheet>().AddScoped<NameOfficers>().AddScoped<MoveSheet>();
        services.AddScoped<SignPlan>().AddScoped<RevisePlan>().AddScoped<KeepScan>().AddScoped<GuardObjects>().AddScoped<SetMeals>();
        services.AddScoped<PlanDemandOf>(provider => (election, reader, cancel) => ReadPlanDemand.OfAsync(provider.GetRequiredService<Storage.Database>(), election, reader, cancel));
        services.AddScoped<OpenDuty>().AddScoped<NameDuty>().AddScoped<SignDuty>().AddScoped<PrintDuty>();
        services.AddSingleton<PlanQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<PlanQueue>());
        services.AddHostedService<Filling.ForgetPhones>();
        services.AddSingleton(new HomeSection(15, typeof(Filling.Pages.GuardInBrief), GuardingPermissions.Read));
        services.AddSingleton(new NavigationItem(22, "/ringkasan-pam", "file-text", typeof(GuardingText), "SummaryShort", ReleasePermissions.Read, Within: "/pengamanan"));
        services.AddSingleton(new NavigationItem(20, "/pengamanan", "shield-check", typeof(GuardingText), "Navigation", GuardingPermissions.Read));
        services.AddSingleton(new NavigationItem(38, "/bko", "user-plus", typeof(DutyText), "NavigationTni", DutyPermissions.ReadTni, Within: "/kekuatan"));
        services.AddSingleton(new NavigationItem(39, "/satpol", "clipboard-list", typeof(DutyText), "NavigationSatpolPp", DutyPermissions.ReadSatpolPp, Within: "/kekuatan"));
        return services;
    }

    public static void MapGuarding(this WebApplication app)
    {
        app.MapGet("/pengamanan/{id:guid}/kemajuan", GuardPlanRoutes.ProgressAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/pola/unduh", PatternSheet.DownloadAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/jarak/unduh", WaySheets.DownloadAsync).Requires(GuardingPermissions.Write);
        app.MapGet("/pengamanan/{id:guid}/kelompok", GroupsOnMap.RunAsync).Requires(GuardingPermissions.Write);
        app.MapGet("/pengamanan/{id:guid}/konsumsi/unduh", MealTable.DownloadAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/plan.html", GuardPlanRoutes.PageAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/cetak/{paper}.pdf", PrintOrder.RunAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/cetak/lampiran-sprin.xlsx", PlanWorkbooks.OrderAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/kesiapan/unduh", PlanWorkbooks.ReadinessAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/polsek/{sheet:guid}/unduh", PlanWorkbooks.SheetAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/ringkasan", (Guid id, ReleaseSummary release, CancellationToken cancel) => release.DownloadAsync(id, cancel)).Requires(GuardingPermissions.Write);
        app.MapGet("/pengamanan/{id:guid}/naskah/{scan:guid}", KeepScan.DownloadAsync).Requires(GuardingPermissions.Read);
        app.MapGet("/pengamanan/{id:guid}/unduh", GuardPlanRoutes.DownloadAsync).Requires(GuardingPermissions.Read);
        foreach (var desk in DutyDesk.All)
        {
            app.MapGet($"/{desk.Path}/{{id:guid}}/daftar.pdf", (Guid id, PrintDuty print, CancellationToken cancel) => print.PaperAsync(desk, id, cancel)).Requires(desk.Read);
            app.MapGet($"/{desk.Path}/{{id:guid}}/daftar.xlsx", (Guid id, PrintDuty print, CancellationToken cancel) => print.WorkbookAsync(desk, id, cancel)).Requires(desk.Read);
        }
    }

    public static Command Command() =>
        new("guard", "Plan who guards the polling stations.") { Plan(), Replan(), Compare(), Pattern(), Presets() };

    private static Command Plan()
    {
        var options = new PlanOptions();
        var command = new Command("plan", "Make a guard plan from files. Nothing is written when anything is wrong. " + PlanOptions.Tables);
        options.AddTo(command, replan: false);
        command.SetWork((parsed, cancel) => Make(options.Request(parsed), parsed, cancel));
        return command;
    }

    private static Command Replan()
    {
        var earlier = Folder("DIR", "Folder of the plan made before.");
        var options = new PlanOptions();
        var command = new Command(
            "replan", "Make a plan from one made before and changed files: groups that may stay do, and as few people as possible are reassigned. "
            + "Give all files as they are now. " + PlanOptions.Tables) { earlier };
        options.AddTo(command, replan: true);
        command.SetWork((parsed, cancel) => Make(options.Request(parsed) with { Earlier = parsed.GetRequiredValue(earlier) }, parsed, cancel));
        return command;
    }

    private static int Make(PlanGuardRequest request, ParseResult parsed, CancellationToken cancel) => PlanGuard.Run(
        request,
        parsed.InvocationConfiguration.Output,
        parsed.InvocationConfiguration.Error,
        terminal: ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error) && !Console.IsErrorRedirected,
        TimeProvider.System,
        cancel);

    private static Command Compare()
    {
        var before = Folder("BEFORE", "Folder of one plan.");
        var after = Folder("AFTER", "Folder of the other.");
        var command = new Command("compare", "Say what changed between two plans: groups, stations, people, shortages, travel.") { before, after };
        command.SetWork((parsed, _) => ComparePlans.Run(
            parsed.GetRequiredValue(before), parsed.GetRequiredValue(after),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static Argument<string> Folder(string name, string description) => new(name) { Description = description };

    private static Command Pattern()
    {
        var text = new Argument<string>("PATTERN") { Description = "A pattern string such as 2-12-24 or 2:10:5." };
        var order = new Option<string>("--order") { Description = "P-T-L is police, stations, Linmas; P-L-T is police, Linmas, stations. Default: told from the numbers." };
        PlanOptions.OnlyFrom(order, "P-T-L", "P-L-T");
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
        PlanOptions.OnlyFrom(csv, [.. PatternPresets.All.Select(p => p.Name)]);
        var command = new Command("presets", "List patterns that were announced, with their sources.") { csv };
        command.SetWork((parsed, _) => ListPresets.Run(parsed.GetValue(csv), parsed.InvocationConfiguration.Output));
        return command;
    }
}
