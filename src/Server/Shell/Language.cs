using Microsoft.AspNetCore.Localization;

namespace TigaPilar.Server.Shell;

/// <summary>Indonesian first, English by choice; kept in a cookie.</summary>
internal static class Language
{
    public const string Cookie = "tigapilar-bahasa";

    public static IResult Choose(HttpContext context, string language, string? kembali)
    {
        if (language is not ("id" or "en")) return Results.NotFound();
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language == "id" ? "id" : "en-GB")),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true });
        // Never out to another site: a link to here could otherwise send people anywhere.
        return Results.LocalRedirect(IsLocal(kembali) ? kembali! : "/");
    }

    /// <summary>Whether the address is a path of this site, and no <c>//other.site</c> in disguise.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && !(path.Length > 1 && path[1] is '/' or '\\') && !path.Any(char.IsControl);
}
