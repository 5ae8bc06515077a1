using Atelier.Api.Security;
using Atelier.Server.Problems;

namespace Atelier.Server.Security;

/// <summary>Finds out who asks and whether the route is theirs.</summary>
internal sealed class Gate(RequestDelegate next, StartToken start)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            return next(context);
        }

        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && start.Of(authorization[Bearer.Length..].Trim()) is { } known)
        {
            context.Features.Set(known);
        }

        var needed = endpoint.Metadata.GetMetadata<RequiredScope>()?.Scope ?? Scope.Admin;
        if (needed == Scope.None)
        {
            return next(context);
        }

        return Identity.Of(context) is not { } identity ? Refusal.NotSignedIn("this address needs somebody who is signed in").ExecuteAsync(context)
            : !identity.Scopes.HasFlag(needed) ? Refusal.Forbidden(ServerCodes.NotAllowed, $"{identity.Name} may not do this: it needs the scope `{string.Join(' ', Scopes.ToWords(needed))}`").ExecuteAsync(context)
            : next(context);
    }
}
