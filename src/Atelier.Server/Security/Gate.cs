using Atelier.Api.Http;
using Atelier.Api.Security;
using Atelier.Server.Problems;
using Atelier.Workspace.Sessions;

namespace Atelier.Server.Security;

/// <summary>Decides whether the route is for who asks. What a browser changes must come from a page of this server.</summary>
internal sealed class Gate(RequestDelegate next, ServerOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint ? next(context)
        : Problem(context, endpoint) is { } refusal ? refusal.ExecuteAsync(context)
        : next(context);

    private Refusal? Problem(HttpContext context, Endpoint endpoint)
    {
        // A route that says nothing is for admins.
        var needed = endpoint.Metadata.GetMetadata<RequiredScope>()?.Scope ?? Scope.Admin;
        var identity = Identity.Of(context);

        // Programs show a token, which no browser sends by itself.
        if (IsChange(context.Request.Method) && identity is null or { SessionSecret: not null })
        {
            if (!PageOrigin.IsOwn(context.Request, options.PublicUrl))
            {
                return Refusal.Forbidden(ServerCodes.ForeignPage, "the request comes from a page of another site", "Open the server's own address.");
            }

            if (needed != Scope.None && identity is { SessionSecret: { } secret } && !SessionSecret.IsCsrf(secret, context.Request.Headers[ApiHeaders.Csrf]))
            {
                return Refusal.Forbidden(ServerCodes.ForeignPage, $"a change in a browser's session carries the session's `csrf` as `{ApiHeaders.Csrf}`", "`GET /api/v1/session` answers it.");
            }
        }

        return needed == Scope.None ? null
            : identity is null ? Refusal.NotSignedIn("this address needs somebody who is signed in")
            : !identity.Scopes.HasFlag(needed) ? Refusal.Forbidden(ServerCodes.NotAllowed, $"{identity.Name} may not do this: it needs the scope `{string.Join(' ', Scopes.ToWords(needed))}`")
            : null;
    }

    private static bool IsChange(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
}
