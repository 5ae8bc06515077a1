using Atelier.Api.Http;
using Atelier.Api.Security;
using Atelier.Server.Problems;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;

namespace Atelier.Server.Security;

/// <summary>Finds out who asks: by the token that is shown, else by the browser's session. A token that is shown and does not count is refused, whatever else is there.</summary>
internal sealed class Identify(RequestDelegate next, StartToken start, AccessTokens tokens, BrowserSessions sessions)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<RequiredScope>() is { Scope: Scope.None })
        {
            return next(context);
        }

        // Other schemes are a proxy's own affair.
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var secret = authorization[Bearer.Length..].Trim();
            if ((start.Of(secret) ?? (tokens.Find(secret) is { } shown ? Identity.Of(shown, null) : null)) is not { } identity)
            {
                return Refusal.NotSignedIn("this token does not count: it is unknown, has ended or was revoked").ExecuteAsync(context);
            }

            context.Features.Set(identity);
        }
        else if (context.Request.Cookies[ApiHeaders.SessionCookie] is { } cookie && sessions.Find(cookie) is { } caller)
        {
            context.Features.Set(Identity.Of(caller, cookie));
        }

        return next(context);
    }
}
