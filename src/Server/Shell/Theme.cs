namespace TigaPilar.Server.Shell;

/// <summary>Light or dark, by choice; who has not chosen gets what the device prefers (<c>theme.js</c>). Kept in a cookie.</summary>
internal static class Theme
{
    public const string Cookie = "tigapilar-tema";

    /// <summary>As the style sheets call it.</summary>
    public static string Of(HttpContext context) => context.Request.Cookies[Cookie] == "gelap" ? "dark" : "light";

    public static IResult Choose(HttpContext context, string theme, string? kembali)
    {
        if (theme is not ("gelap" or "terang")) return Results.NotFound();
        // Read by the script that chooses for those who have not: no secret.
        context.Response.Cookies.Append(
            Cookie, theme,
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = false, Secure = context.Request.IsHttps, IsEssential = true });
        return Results.LocalRedirect(Language.IsLocal(kembali) ? kembali! : "/");
    }
}
