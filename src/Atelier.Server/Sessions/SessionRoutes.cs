using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Api.Sessions;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Workspace;
using Atelier.Workspace.Access;
using Atelier.Workspace.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Sessions;

/// <summary><c>/session</c>: signing in and out; <c>/sessions</c>: where else one is signed in.</summary>
internal static class SessionRoutes
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup(string.Empty).WithTags("Sessions");
        sessions.MapPost("/session", SignInAsync).Public().Audited("session.create").WithSummary("Sign in; answers a cookie.");
        sessions.MapGet("/session", Get).Requires(Scope.Read).WithSummary("Who is signed in, and what that allows.");
        sessions.MapDelete("/session", SignOutAsync).Requires(Scope.Read).Audited("session.delete").WithSummary("Sign out.");
        sessions.MapPost("/session/password", ChangePasswordAsync).Requires(Scope.Read).Audited("session.password").WithSummary("Change one's own password; every other session ends.");
        sessions.MapGet("/sessions", List).Requires(Scope.Read).WithSummary("Where one is signed in.");
        sessions.MapDelete("/sessions/{id}", RevokeAsync).Requires(Scope.Read).Audited("session.revoke").WithSummary("End one of one's own sessions.");
    }

    private static async Task<Results<Ok<SessionResponse>, Refusal>> SignInAsync(SignInRequest request, HttpContext context, OwnedHome home, SignIns signIns, ServerOptions options, CancellationToken cancellationToken)
    {
        // Only names that exist are kept: people type their password there by mistake.
        AuditNote.Of(context)?.On(home.Workspace.Users.FindByName(request.Name)?.Name ?? "(unknown)");
        var result = await signIns.TryAsync(request.Name, request.Password, ClientAddress.Of(context, options), context.Request.Headers.UserAgent.ToString(), cancellationToken).ConfigureAwait(false);
        switch (result)
        {
            case SignInResult.SignedIn { Opened: var opened }:
                context.Features.Set(Identity.Of(new Caller(opened.User, null, opened.Session), opened.Secret));
                await EndPreviousAsync(context, home).ConfigureAwait(false);
                return TypedResults.Ok(Begin(context, options, opened));
            case SignInResult.Throttled { Wait: var wait }:
                return Refusal.TooMany(WorkspaceCodes.SignInThrottled, "too many tries to sign in", null, (int)Math.Ceiling(wait.TotalSeconds));
            default:
                return Refusal.Of(StatusCodes.Status401Unauthorized, WorkspaceCodes.SignInRefused, "name and password do not fit", "An admin can set a new password.");
        }
    }

    private static Ok<SessionResponse> Get(HttpContext context)
    {
        var identity = Identity.Of(context)!;
        return TypedResults.Ok(identity.Caller is { } caller ? Response(caller, identity.SessionSecret) : new SessionResponse
        {
            User = identity.Name,
            DisplayName = identity.Name,
            Role = WordOf(Role.Admin),
            Scopes = Scopes.ToWords(identity.Scopes),
        });
    }

    private static async Task<Results<NoContent, Refusal>> SignOutAsync(HttpContext context, OwnedHome home, ServerOptions options)
    {
        if (Identity.Of(context)?.Caller is not { Session: { } session, User: var user })
        {
            return NoSession("a token has no session to end");
        }

        await home.Workspace.Sessions.EndAsync(user.Id, session.Id).ConfigureAwait(false);
        SessionCookie.Take(context, options);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SessionResponse>, Refusal>> ChangePasswordAsync(ChangePasswordRequest request, HttpContext context, SignIns signIns, ServerOptions options, CancellationToken cancellationToken)
    {
        // A token that leaked must not become a way to keep its owner out.
        if (Identity.Of(context)?.Caller is not { Session: not null, User: var user })
        {
            return Refusal.Forbidden(ServerCodes.NotAllowed, "a token changes no password", "Sign in with a browser.");
        }

        AuditNote.Of(context)?.On(user.Name);
        var changed = await signIns.ChangePasswordAsync(user, request.Current, request.New, ClientAddress.Of(context, options), context.Request.Headers.UserAgent.ToString(), cancellationToken).ConfigureAwait(false);
        return changed.Done ? TypedResults.Ok(Begin(context, options, changed.Value)) : changed.Refusal.ToProblem();
    }

    private static Ok<Page<OpenSession>> List(HttpContext context, OwnedHome home, TimeProvider time)
    {
        var caller = Identity.Of(context)?.Caller;
        var now = time.GetUtcNow();
        IReadOnlyList<OpenSession> open = caller is null ? [] : [.. home.Workspace.Sessions.List(caller.User.Id).Where(session => session.IsLive(now)).Select(session => new OpenSession
        {
            Id = session.Id.ToString(),
            Created = session.Created,
            Seen = session.LastSeen,
            Address = session.Address,
            Agent = session.Agent,
            Current = session.Id == caller.Session?.Id,
        })];
        return TypedResults.Ok(new Page<OpenSession> { Items = open, Total = open.Count });
    }

    private static async Task<Results<NoContent, Refusal>> RevokeAsync(string id, HttpContext context, OwnedHome home) =>
        Identity.Of(context)?.Caller is { } caller && SessionId.TryParse(id, out var session) && await home.Workspace.Sessions.EndAsync(caller.User.Id, session).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : NoSession($"there is no session `{id}` of yours");

    // What the browser had before ends: nobody can have given it to the user.
    private static async Task EndPreviousAsync(HttpContext context, OwnedHome home)
    {
        if (context.Request.Cookies[ApiHeaders.SessionCookie] is { } cookie && SessionSecret.IsWellFormed(cookie) && home.Workspace.Sessions.Find(SecretDigest.Of(cookie)) is { } previous)
        {
            await home.Workspace.Sessions.EndAsync(previous.User, previous.Id).ConfigureAwait(false);
        }
    }

    private static SessionResponse Begin(HttpContext context, ServerOptions options, OpenedSession opened)
    {
        SessionCookie.Give(context, options, opened.Secret);
        return Response(new Caller(opened.User, null, opened.Session), opened.Secret);
    }

    private static SessionResponse Response(Caller caller, string? secret) => new()
    {
        User = caller.Token is { } token ? token.Name : caller.User.Name,
        DisplayName = caller.User.DisplayName,
        Role = WordOf(caller.User.Role),
        Scopes = Scopes.ToWords(caller.Allowed),
        Csrf = secret is null ? null : SessionSecret.CsrfOf(secret),
        Expires = caller.Session is { } session ? Earlier(session.LastSeen + UserSession.Idle, session.Created + UserSession.Longest) : caller.Token?.Expires,
        MustChangePassword = caller.User.MustChangePassword,
    };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string WordOf(Role role) => role.ToString().ToLowerInvariant();

    private static Refusal NoSession(string detail) => Refusal.Of(StatusCodes.Status404NotFound, WorkspaceCodes.NoSuchSession, detail, "`GET /api/v1/sessions` lists yours.");
}
