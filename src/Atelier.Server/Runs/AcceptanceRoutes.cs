using Atelier.Api.Items;
using Atelier.Api.Runs;
using Atelier.Api.Security;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Workspace.Acceptances;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Server.Runs;

/// <summary><c>/runs/{run}/quarantine/accept</c>: failed items that stay as they are and need nobody any more.</summary>
internal static class AcceptanceRoutes
{
    private const int LongestNote = 2000;

    public static void MapAcceptances(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/runs").WithTags("Runs");
        runs.MapPost("/{run}/quarantine/accept", AcceptAsync).Requires(Scope.Run).Audited("quarantine.accept").WithSummary("Accept failed items of one cause as they are.");
        runs.MapDelete("/{run}/quarantine/accept", TakeBackAsync).Requires(Scope.Run).Audited("quarantine.reopen").WithSummary("Take that back.");
    }

    private static async Task<Results<Ok<ChangeResponse>, Refusal>> AcceptAsync(string run, AcceptRequest request, OwnedHome home, HttpContext context, TimeProvider time)
    {
        if (!RunId.TryParse(run, out var id) || home.Queries.FindRun(id) is null)
        {
            return Refusal.NoRun(run);
        }

        if (request.Note is { Length: > LongestNote })
        {
            return Refusal.Bad(ServerCodes.BadBody, $"`note` has at most {LongestNote} characters");
        }

        var (block, code, shape) = (request.Cause.Block, request.Cause.Code, request.Cause.Shape);
        if (!home.Queries.GroupFailures(id, block, 0).Any(group => group.Code == code && group.Shape == shape))
        {
            return Refusal.NotFound("no failed item has this cause any more");
        }

        await home.Workspace.Accepted.AcceptAsync(new Acceptance(id, block, code, shape, time.GetUtcNow(), Identity.Of(context)!.Name, request.Note)).ConfigureAwait(false);
        return TypedResults.Ok(new ChangeResponse { Done = true });
    }

    private static async Task<Results<Ok<ChangeResponse>, Refusal>> TakeBackAsync(string run, [FromBody] AcceptRequest request, OwnedHome home) =>
        !RunId.TryParse(run, out var id) || home.Queries.FindRun(id) is null
            ? Refusal.NoRun(run)
            : TypedResults.Ok(new ChangeResponse { Done = await home.Workspace.Accepted.TakeBackAsync(id, request.Cause.Block, request.Cause.Code, request.Cause.Shape).ConfigureAwait(false) });
}
