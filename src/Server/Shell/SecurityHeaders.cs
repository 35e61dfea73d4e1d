namespace TigaPilar.Server.Shell;

/// <summary>Headers on every answer: no script, style or data but our own, no frame by others, no referrer to others.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; frame-src 'self'; frame-ancestors 'none'; "
        + "form-action 'self'; base-uri 'self'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // As late as can be: whoever answers an error clears what was set before it.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.TryAdd("Content-Security-Policy", Policy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            // What says nothing else is somebody's data, and stays in no cache.
            headers.TryAdd("Cache-Control", "private, no-store");
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
