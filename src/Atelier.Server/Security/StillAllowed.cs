using Atelier.Api.Security;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;

namespace Atelier.Server.Security;

/// <summary>
/// Ends requests that go on (streams of events and logs) when who asked may no longer ask: they signed out, were disabled, lost a role, or their token was revoked.
/// </summary>
internal sealed class StillAllowed(RequestDelegate next, TimeProvider time, AccessTokens tokens, BrowserSessions sessions)
{
    /// <summary>How long somebody may at most see what they no longer may.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext context)
    {
        if (Identity.Of(context) is not { Caller: not null } identity)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var needed = context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope ?? Scope.Admin;
        await using var watch = time.CreateTimer(_ => Look(context, identity, needed), null, Every, Every).ConfigureAwait(false);
        await next(context).ConfigureAwait(false);
    }

    private void Look(HttpContext context, Identity identity, Scope needed)
    {
        var now = identity.SessionSecret is { } secret ? sessions.Recheck(secret) : tokens.Recheck(identity.Caller!.Token!.Id);
        if (now is null || !now.Allowed.HasFlag(needed))
        {
            context.Abort();
        }
    }
}
