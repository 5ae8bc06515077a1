namespace Atelier.Server.Security;

/// <summary>
/// Whether a browser says that a request comes from a page of this server. Browsers send <c>Origin</c> with every change and most also <c>Sec-Fetch-Site</c>; what sends
/// neither is no browser, and has no cookie that it did not put there itself.
/// </summary>
internal static class PageOrigin
{
    public static bool IsOwn(HttpRequest request, Uri? publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && (IsSame(page, request.Host.ToUriComponent()) || (publicUrl is not null && string.Equals(page.GetLeftPart(UriPartial.Authority), publicUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase))));
    }

    // A proxy that ends TLS passes the name on and changes the scheme.
    private static bool IsSame(Uri page, string host) =>
        page.Scheme is "http" or "https" && (string.Equals(page.Authority, host, StringComparison.OrdinalIgnoreCase) || string.Equals($"{page.Host}:{page.Port}", host, StringComparison.OrdinalIgnoreCase));
}
