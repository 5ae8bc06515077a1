using Atelier.Api.Approvals;
using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Api.Security;
using Atelier.Engine.Runs;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Approvals;

/// <summary><c>/approvals</c>: what waits for a person.</summary>
internal static class ApprovalRoutes
{
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        var approvals = routes.MapGroup("/approvals").WithTags("Approvals");
        approvals.MapGet("/", List).Requires(Scope.Read).WithSummary("Open questions to people, oldest run first.");
        approvals.MapGet("/{id}", Get).Requires(Scope.Read).WithSummary("An open question.");
        approvals.MapPost("/{id}", DecideAsync).Requires(Scope.Run).Audited("approval.decide").WithSummary("Answer a question: its run goes on with it. It takes one answer, whoever gives it.");
    }

    private static Results<Ok<Page<ApprovalResponse>>, Refusal> List(ApprovalDesk desk, string? run = null, string? assignee = null, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        RunId? only = null;
        if (run is not null)
        {
            if (!RunId.TryParse(run, out var id))
            {
                return Refusal.NoRun(run);
            }

            only = id;
        }

        return after is not null && ApprovalId.Parse(after) is null
            ? Refusal.Bad(ServerCodes.BadQuery, $"`after` is no place in this list: `{after}`", "Give the `next` of the page before.")
            : TypedResults.Ok(desk.List(only, assignee, after is null ? null : ApprovalId.Parse(after), limit));
    }

    private static Results<Ok<ApprovalResponse>, Refusal> Get(string id, ApprovalDesk desk) =>
        desk.Find(id) is { } found ? TypedResults.Ok(found) : NotOpen(id);

    private static async Task<Results<Ok<ChangeResponse>, Refusal>> DecideAsync(string id, DecideRequest request, ApprovalDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Verdict is not ("accept" or "reject" or "edit"))
        {
            return Refusal.Bad(ServerCodes.BadBody, $"`verdict` is accept, reject or edit, not `{request.Verdict}`");
        }

        if (request.Verdict == "edit" != request.Value is not null)
        {
            return Refusal.Bad(ServerCodes.BadBody, "`value` holds the changed fields of an edit, and only of an edit");
        }

        return await desk.DecideAsync(id, request, Identity.Of(context)!.Name, cancellationToken).ConfigureAwait(false) switch
        {
            null => NotOpen(id),
            true => TypedResults.Ok(new ChangeResponse { Done = true }),
            false => Refusal.Conflict(ServerCodes.Conflict, "somebody answered it meanwhile, or its run has just ended"),
        };
    }

    private static Refusal NotOpen(string id) => Refusal.NotFound($"no question `{id}` is open", "It has its answer already, or its run has ended; `GET /api/v1/approvals` lists what is open.");
}
