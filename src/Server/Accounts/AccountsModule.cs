using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Accounts.Remembered;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Layout;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>Signing in and out, accounts and invitations.</summary>
internal static class AccountsModule
{
    /// <summary>Name of the limit on attempts from one address.</summary>
    public const string AttemptLimit = "attempts";

    public static IServiceCollection AddAccounts(this IServiceCollection services, bool https)
    {
        services.AddSingleton<KnownSessions>();
        services.AddScoped(SignedInReader.Find);
        services.AddScoped(SignedInReader.Recheck);
        services.AddScoped(AccountNames.Find);
        services.AddScoped<InvitationLinks>();
        services.AddScoped<SignInAttempt>();
        services.AddScoped<DeviceCookie>();
        services.AddScoped<DeviceSignIn>();
        services.AddScoped<PinEnrolment>();
        services.AddScoped<Pledge>();
        services.AddScoped(OfficeAnswers.EndSessions);
        services.AddScoped(OfficeAnswers.WithAccount);
        services.AddScoped<AccountMaker>();
        services.AddSingleton<FirstRunCode>();
        services.AddScoped<FirstRun>();
        services.AddScoped<AcceptInvitation>();
        services.AddSingleton<TotpSeal>();
        services.AddScoped<StepUp>();
        services.AddScoped<AccountAdministration>();
        services.AddSingleton(new NavigationItem(90, "/akun", "key", typeof(AccountsText), "Navigation", AccountsPermissions.Manage));
        services.AddIdentityCore<Account>(options =>
            {
                // Length over character classes: NIST SP 800-63B, section 5.1.1.2.
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<Database>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(options =>
            {
                options.Cookie.Name = https ? "__Host-tigapilar" : "tigapilar";
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.SlidingExpiration = true;
                options.LoginPath = "/masuk";
                options.ReturnUrlParameter = "kembali";
                options.Events.OnValidatePrincipal = SignedInReader.ValidateAsync;
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            });
            cookies.TwoFactorUserIdCookie!.Configure(options =>
            {
                options.Cookie.Name = https ? "__Host-tigapilar-2" : "tigapilar-2";
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            });
        });
        // After the framework's own, which makes the format.
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, KnownTickets.Wrap>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(AttemptLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    /// <summary>Nothing is opened before the pledge is given.</summary>
    public static void UsePledge(this WebApplication app) => app.Use(Pledge.AskAsync);

    public static void MapAccounts(this WebApplication app) => app.MapPost("/keluar", SignOutAsync).Requires(AccountsPermissions.SignIn);

    // A form field is bound, so that the framework asks for the antiforgery token: no other site can sign people out.
    private static async Task<IResult> SignOutAsync([FromForm] string? reason, SignInManager<Account> signIn)
    {
        _ = reason;
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/masuk");
    }
}
