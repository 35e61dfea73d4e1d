using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Layout;

namespace TigaPilar.Server.Shell;

/// <summary>What all pages stand in: layout, language, headers, errors.</summary>
internal static class ShellModule
{
    /// <summary>Largest body of a request: an import of 64 MiB and its form.</summary>
    public const long LargestBody = 65L * 1024 * 1024;

    public static IServiceCollection AddShell(this IServiceCollection services, bool https)
    {
        services.AddSingleton(new NavigationItem(0, "/", "home", typeof(ShellText), "HomeTitle", ShellPermissions.Home));
        services.AddSingleton(new NavigationItem(95, "/jejak", "history", typeof(ShellText), "NavigationAudit", ShellPermissions.Audit));
        services.AddScoped<LoadingTurn>();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "tigapilar-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "__form";
        });
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = LargestBody);
        services.AddResponseCompression(options =>
        {
            // No page echoes a secret beside what a stranger chose, so compressing over HTTPS gives nothing away.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new("id"), new("en-GB")];
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Language.Cookie }];
        });
        return services;
    }

    public static void UseShell(this WebApplication app, ServerSettings settings)
    {
        if (settings.PublicUrl is { } address) app.UsePublicAddress(address);
        app.UseResponseCompression();
        app.Use(SecurityHeaders.AddAsync);
        if (settings.IsHttps) app.UseHsts();
        app.UseExceptionHandler("/galat", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/galat/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadErrorPagesAsync);
        app.UseRequestLocalization();
        app.UseRouting();
        app.Use(QueryValues.LeaveOutUnreadableAsync);
        app.UseRateLimiter();
    }

    // The page of an error is read, whatever was sent: a form that was refused is not sent to it once more.
    private static Task ReadErrorPagesAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    // The proxy speaks plain HTTP to this program. Redirects made of that would lead out of https, where the browser
    // neither follows a form nor sends the cookies; and a name that a request claims must not get into links. The
    // address of the visitor comes from a proxy on this machine alone: else all visitors would share one limit.
    private static void UsePublicAddress(this WebApplication app, Uri address)
    {
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        app.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (address.Scheme, HostString.FromUriComponent(address));
            return next(context);
        });
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().Requires(ShellPermissions.Limits);
        app.MapGet("/bahasa/{language}", Language.Choose).Requires(ShellPermissions.Limits);
        app.MapGet("/tema/{theme}", Theme.Choose).Requires(ShellPermissions.Limits);
        app.MapGet("/sehat", () => Results.Text("sehat")).Requires(ShellPermissions.Limits);
        app.MapGet("/jejak/kepala/{position:long}", AuditHeads.DownloadAsync).Requires(ShellPermissions.Audit);
        app.MapRazorComponents<App>();
    }
}
