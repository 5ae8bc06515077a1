using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Api.Tokens;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Workspace;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Tokens;

/// <summary><c>/tokens</c>: what programs show.</summary>
internal static class TokenRoutes
{
    private const int LongestDays = 3650;

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup("/tokens").WithTags("Tokens");
        tokens.MapGet("/", List).Requires(Scope.Read).WithSummary("One's own tokens, newest first; for admins all with `all=true`.");
        tokens.MapPost("/", CreateAsync).Requires(Scope.Read).Audited("token.create").WithSummary("Make a token with some of one's own scopes; its secret is answered once.");
        tokens.MapDelete("/{id}", RevokeAsync).Requires(Scope.Read).Audited("token.revoke").WithSummary("Revoke one of one's own tokens; admins any.");
    }

    private static Results<Ok<Page<TokenResponse>>, Refusal> List(HttpContext context, OwnedHome home, bool all = false, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } refusal)
        {
            return refusal;
        }

        var identity = Identity.Of(context)!;
        if (all && !identity.Scopes.HasFlag(Scope.Admin))
        {
            return Refusal.Forbidden(ServerCodes.NotAllowed, $"{identity.Name} may not see the tokens of others: it needs the scope `admin`");
        }

        IReadOnlyList<AccessToken> listed = all ? home.Workspace.Tokens.List(null) : identity.Caller is { } caller ? home.Workspace.Tokens.List(caller.User.Id) : [];
        var from = TokenId.TryParse(after, out var last) ? last.Value : long.MaxValue;
        var page = listed.Where(token => token.Id.Value < from).Take(limit + 1).ToList();
        return TypedResults.Ok(new Page<TokenResponse>
        {
            Items = [.. page.Take(limit).Select(token => Response(token, home.Workspace.Users))],
            Next = page.Count > limit ? page[limit - 1].Id.ToString() : null,
            Total = listed.Count,
        });
    }

    private static async Task<Results<Created<CreatedTokenResponse>, Refusal>> CreateAsync(CreateTokenRequest request, HttpContext context, OwnedHome home, AccessTokens tokens, TimeProvider time)
    {
        var identity = Identity.Of(context)!;
        if (identity.Caller is not { User: var owner })
        {
            return Refusal.Conflict(ServerCodes.Conflict, "the token of this start belongs to nobody who could have another", "Sign in, and make one there.");
        }

        if (request.ExpiresDays is < 1 or > LongestDays)
        {
            return Refusal.Bad(ServerCodes.BadBody, $"`expires_days` is 1 to {LongestDays}, not {request.ExpiresDays}");
        }

        var scopes = Scope.None;
        foreach (var word in request.Scopes)
        {
            if (!Scopes.TryParse(word, out var scope))
            {
                return Refusal.Bad(ServerCodes.BadBody, $"`{word}` is no scope", $"Scopes are {string.Join(", ", Scopes.ToWords(Scopes.Of(Role.Admin)))}.");
            }

            scopes |= scope;
        }

        AuditNote.Of(context)?.With("name", request.Name).With("scopes", Scopes.ToWords(scopes)).With("expires_days", request.ExpiresDays);
        var expires = request.ExpiresDays is { } days ? time.GetUtcNow().AddDays(days) : (DateTimeOffset?)null;
        var created = await tokens.CreateAsync(owner, identity.Scopes, request.Name, scopes, expires).ConfigureAwait(false);
        return created.Done
            ? TypedResults.Created($"{ApiHeaders.Base}/tokens/{created.Value.Token.Id}", new CreatedTokenResponse { Token = Response(created.Value.Token, home.Workspace.Users), Secret = created.Value.Secret })
            : created.Refusal.ToProblem();
    }

    private static async Task<Results<NoContent, Refusal>> RevokeAsync(string id, HttpContext context, OwnedHome home, TimeProvider time)
    {
        // Whose it is shows to admins only: to others a token of somebody else does not exist.
        var identity = Identity.Of(context)!;
        var found = TokenId.TryParse(id, out var token) && home.Workspace.Tokens.Find(token) is { } kept && (kept.Owner == identity.Caller?.User.Id || identity.Scopes.HasFlag(Scope.Admin));
        return found && await home.Workspace.Tokens.RevokeAsync(token, time.GetUtcNow()).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : Refusal.Of(StatusCodes.Status404NotFound, WorkspaceCodes.NoSuchToken, $"there is no token `{id}` that could be revoked", "`GET /api/v1/tokens` lists yours.");
    }

    private static TokenResponse Response(AccessToken token, IUserStore users) => new()
    {
        Id = token.Id.ToString(),
        Name = token.Name,
        User = users.Find(token.Owner)?.Name ?? token.Owner.ToString(),
        Scopes = Scopes.ToWords(token.Scopes),
        Created = token.Created,
        Expires = token.Expires,
        LastUsed = token.LastUsed,
        Revoked = token.Revoked is not null,
    };
}
