using Atelier.Api.Http;

namespace Atelier.Server.Security;

/// <summary>What browsers are told with every answer. Routes that serve what others made (artifacts) set a stricter policy in its place.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, ServerOptions options)
{
    /// <summary>
    /// The screens load scripts, pictures and data from this server alone, and nobody may frame them. Styles may stand in the page: Mantine writes its colours as a
    /// style element when the theme changes, and the graph sets the places of its nodes as style attributes.
    /// </summary>
    public const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
        + "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private const string Year = "max-age=31536000";
    private readonly bool _publicHttps = options.PublicUrl?.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (_publicHttps || context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = Year;
        }

        if (context.Request.Path.StartsWithSegments(ApiHeaders.Base))
        {
            // Routes whose answers never change say so themselves.
            headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
