using TigaPilar.Server.Actions.Orders;
using TigaPilar.Server.Actions.Pages;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Actions;

/// <summary>What was agreed, until somebody else has seen that it is done.</summary>
internal static class ActionsModule
{
    public static IServiceCollection AddActions(this IServiceCollection services)
    {
        services.AddScoped<CreateAction>();
        services.AddScoped<MoveAction>();
        services.AddScoped<RemindParts>();
        services.AddScoped<OrderDesk>();
        services.AddSingleton(new NavigationItem(5, "/tindak-lanjut", "list-check", typeof(ActionsText), "Navigation", ActionsPermissions.Read));
        services.AddSingleton(new HomeSection(5, typeof(ActionsInBrief), ActionsPermissions.Read));
        services.AddSingleton(new LeaderSection(10, typeof(ActionsForLeader), ActionsPermissions.Read));
        return services;
    }

    public static void MapActions(this WebApplication app)
    {
        app.MapGet("/tindak-lanjut/unduh", ActionDownload.ListAsync).Requires(ActionsPermissions.Read);
        app.MapGet("/tindak-lanjut/{id:guid}/unduh", ActionDownload.PartsAsync).Requires(ActionsPermissions.Read);
        app.MapGet("/tindak-lanjut/{id:guid}/peta", ActionCoverage.MapAsync).Requires(ActionsPermissions.Read);
        app.MapGet("/tindak-lanjut/{id:guid}/bukti/{evidence:guid}", AddEvidence.DownloadAsync).Requires(ActionsPermissions.Read);
        app.MapGet("/tindak-lanjut/{id:guid}/perintah.pdf", PrintActionOrder.PaperAsync).Requires(ActionsPermissions.Read);
        app.MapGet("/tindak-lanjut/{id:guid}/naskah", PrintActionOrder.ScanAsync).Requires(ActionsPermissions.Read);
    }
}
