using System.Globalization;
using System.Text.Json;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Workspace.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Line = Atelier.Api.Audit.AuditEntry;

namespace Atelier.Server.Audit;

/// <summary><c>/audit</c>: who did what.</summary>
internal static class AuditRoutes
{
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", List).Requires(Scope.Admin).WithTags("Audit").WithSummary("Who did what, newest first. `action` may end in `*`.");

    private static Results<Ok<Page<Line>>, Refusal> List(OwnedHome home, string? actor = null, string? action = null, string? target = null, DateTimeOffset? since = null, DateTimeOffset? until = null, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } refusal)
        {
            return refusal;
        }

        long? before = null;
        if (after is not null)
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                return Refusal.Bad(ServerCodes.BadQuery, $"`{after}` is no `next` of a page");
            }

            before = last;
        }

        var page = home.Workspace.Audit.Read(new AuditFilter { Actor = actor, Action = action, Target = target, From = since, Until = until, Before = before, Limit = limit + 1 });
        return TypedResults.Ok(new Page<Line>
        {
            Items = [.. page.Take(limit).Select(LineOf)],
            Next = page.Count > limit ? page[limit - 1].Seq.ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    private static Line LineOf(AuditEntry entry) => new()
    {
        Seq = entry.Seq,
        At = entry.What.At,
        Actor = ActorOf(entry.What.Actor),
        Address = entry.What.Address,
        Action = entry.What.Action,
        Target = entry.What.Target,
        Outcome = entry.What.Outcome.ToString().ToLowerInvariant(),
        Status = entry.What.Status,
        Detail = entry.What.Detail is { } detail ? JsonElement.Parse(detail) : null,
    };

    private static string ActorOf(AuditActor actor) => actor switch
    {
        { Token: { } token } => $"token:{actor.TokenName ?? token.ToString()} of {actor.Name}",
        { Name: { } name } => name,
        _ => "anonymous",
    };
}
