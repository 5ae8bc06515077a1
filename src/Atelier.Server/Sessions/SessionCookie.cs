using Atelier.Api.Http;
using Atelier.Workspace.Sessions;

namespace Atelier.Server.Sessions;

/// <summary>The cookie of a browser's session: out of reach of scripts, and never sent along from another site.</summary>
internal static class SessionCookie
{
    public static void Give(HttpContext context, ServerOptions options, string secret) => context.Response.Cookies.Append(ApiHeaders.SessionCookie, secret, OptionsOf(context, options, UserSession.Longest));

    public static void Take(HttpContext context, ServerOptions options) => context.Response.Cookies.Delete(ApiHeaders.SessionCookie, OptionsOf(context, options, null));

    private static CookieOptions OptionsOf(HttpContext context, ServerOptions options, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || options.PublicUrl?.Scheme == Uri.UriSchemeHttps,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
