using TigaPilar.Server.Accounts;
using TigaPilar.Server.Actions;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Forces;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Messages;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Programmes;
using TigaPilar.Server.Readiness;
using TigaPilar.Server.Reporting;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Risk;
using TigaPilar.Server.Rosters;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Import;
using TigaPilar.Server.VotingDay;

namespace TigaPilar.Server;

/// <summary>What a server is started with.</summary>
/// <param name="Storage">Where its data is.</param>
/// <param name="Listen">What it listens on, <c>http://127.0.0.1:5080</c>.</param>
/// <param name="PublicUrl">The address that people use, for links and cookies; that which it listens on if null.</param>
/// <param name="Mail">By which server letters go out; null where none is set.</param>
internal sealed record ServerSettings(StorageSettings Storage, string Listen, Uri? PublicUrl, MailSettings? Mail = null)
{
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;
}

/// <summary>The web application, from its parts.</summary>
internal static class WebServer
{
    public static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // By name, so that its files are found where another program hosts it.
            ApplicationName = typeof(WebServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(settings.Listen);
        // SQLite keeps its thread while the disk syncs: with one for each core requests would wait for it.
        if (settings.Storage.IsEmbedded) ThreadPool.SetMinThreads(Environment.ProcessorCount + 8, Environment.ProcessorCount);
        builder.WebHost.UseStaticWebAssets();
        // This is run as it was built. The framework takes that for a workbench, where nothing is kept by browsers and what
        // changed goes out uncompressed: 650 kB of styles on a phone, asked for again with each page.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The key ring lies in the database, which only this program opens; backups of it are kept like passwords.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new MailSender(settings.Mail));
        AddCore(builder.Services, settings.Storage);
        builder.Services.AddAccounts(settings.IsHttps);
        builder.Services.AddShell(settings.IsHttps);
        builder.Services.AddFeed();
        builder.Services.AddTerritory();
        builder.Services.AddElections();
        builder.Services.AddOffices();
        builder.Services.AddRisk();
        builder.Services.AddForces();
        builder.Services.AddGuarding();
        builder.Services.AddMeetings();
        builder.Services.AddRosters();
        builder.Services.AddMessages();
        builder.Services.AddProgrammes();
        builder.Services.AddReadiness();
        builder.Services.AddReporting();
        builder.Services.AddActions();
        builder.Services.AddIncidents();
        builder.Services.AddVotingDay();
        builder.Services.AddImport();
        builder.Services.AddImportPages();
        builder.Services.AddSample();

        var app = builder.Build();
        app.UseShell(settings);
        app.UseAuthentication();
        app.UsePledge();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(QueryValues.LeaveNulOutOfFormsAsync);
        app.MapShell();
        app.MapFeed();
        app.MapAccounts();
        app.MapTerritory();
        app.MapElections();
        app.MapOffices();
        app.MapForces();
        app.MapRisk();
        app.MapGuarding();
        app.MapMeetings();
        app.MapRosters();
        app.MapMessages();
        app.MapProgrammes();
        app.MapReadiness();
        app.MapReporting();
        app.MapActions();
        app.MapIncidents();
        app.MapVotingDay();
        app.MapImport();
        return app;
    }

    /// <summary>What the pages and the command line share.</summary>
    public static IServiceCollection AddCore(IServiceCollection services, StorageSettings storage)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => OfficeClock.FromEnvironment(provider.GetRequiredService<TimeProvider>()));
        services.AddLocalization();
        services.AddStorage(storage);
        services.AddAccess();
        services.AddScoped<AuditLog>();
        return services;
    }
}
