using Atelier.Api.Http;
using Atelier.Api.Runs;
using Atelier.Api.Security;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Server.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Server.Runs;

/// <summary><c>/runs</c>: what starts, steers and removes runs.</summary>
internal static class RunRoutes
{
    private const int MostItems = 10_000;
    private const int LongestKey = 200;

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/runs").WithTags("Runs");
        runs.MapPost("/", StartAsync).Requires(Scope.Run).Audited("run.start").WithSummary("Start a run; the same Idempotency-Key never starts two.");
        runs.MapDelete("/{run}", DeleteAsync).Requires(Scope.Edit).Audited("run.delete").WithSummary("Remove what is kept of a run that has ended.");
        runs.MapPost("/{run}/cancel", static (string run, OwnedHome home, CancellationToken stop) => AskAsync(home, run, new OwnerRequest.Steer(run, Steering.Cancel), stop)).Requires(Scope.Run).Audited("run.cancel").WithSummary("Ask bodies to stop and run `finally`.");
        runs.MapPost("/{run}/pause", static (string run, OwnedHome home, CancellationToken stop) => AskAsync(home, run, new OwnerRequest.Steer(run, Steering.Pause), stop)).Requires(Scope.Run).Audited("run.pause").WithSummary("Start nothing new; running bodies finish.");
        runs.MapPost("/{run}/resume", static (string run, OwnedHome home, CancellationToken stop) => AskAsync(home, run, new OwnerRequest.Steer(run, Steering.Resume), stop)).Requires(Scope.Run).Audited("run.resume").WithSummary("End a pause.");
        runs.MapPost("/{run}/retry", RetryAsync).Requires(Scope.Run).Audited("run.retry").WithSummary("Take up again what failed, or chosen items, of a run that has ended.");
        runs.MapPost("/{run}/resolve", ResolveAsync).Requires(Scope.Run).Audited("run.resolve").WithSummary("Say what became of a parked step.");
        runs.MapPost("/{run}/signals", SignalAsync).Requires(Scope.Run).Audited("run.signal").WithSummary("Send a message to a waiting step; the same id counts once.");
        runs.MapPut("/{run}/budget", static (string run, BudgetRequest budget, OwnedHome home, CancellationToken stop) => AskAsync(home, run, new OwnerRequest.SetBudget(run, budget.Cost, budget.Tokens), stop)).Requires(Scope.Run).Audited("run.budget").WithSummary("Set what a run may spend.");
    }

    private static async Task<Results<Created<RunSummary>, Refusal>> StartAsync(StartRunRequest request, [FromHeader(Name = ApiHeaders.IdempotencyKey)] string? key, HttpContext context, OwnedHome home, WorkflowNames names, RunStarter starter, RunSummaries summaries, CancellationToken cancellationToken)
    {
        if (key is { Length: > LongestKey or 0 })
        {
            return Refusal.Bad(ServerCodes.BadBody, $"`{ApiHeaders.IdempotencyKey}` has 1 to {LongestKey} characters");
        }

        if (names.Find(request.Workflow, request.Version) is not { } version)
        {
            return Refusal.NotFound(request.Version is null ? $"there is no workflow `{request.Workflow}`" : $"the workflow `{request.Workflow}` has no version `{request.Version}`", "`GET /api/v1/workflows` lists them.");
        }

        var (run, refusal) = await starter.StartAsync(version, request.Inputs, request.Texts ?? RunStarter.NoTexts, OptionsOf(request.Options), key is null ? $"request-{context.TraceIdentifier}-{context.Connection.Id}" : $"api-{key}", cancellationToken).ConfigureAwait(false);
        return run is { } started
            ? TypedResults.Created($"{ApiHeaders.Base}/runs/{started}", summaries.Of(home.Store.FindRun(started)!))
            : refusal!;
    }

    private static async Task<Results<NoContent, Refusal>> DeleteAsync(string run, OwnedHome home, CancellationToken cancellationToken)
    {
        if (Find(home, run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        if (row.Phase != RunPhase.Ended)
        {
            return Refusal.Conflict(ServerCodes.Conflict, $"{row.Run} has not ended", "Cancel it first.");
        }

        var reply = await home.AskAsync(new OwnerRequest.Delete(run), cancellationToken).ConfigureAwait(false);
        return reply.Problem is { } problem ? Refusal.Conflict(problem.Code, problem.Message) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<RetryResponse>, Refusal>> RetryAsync(string run, RetryRequest request, OwnedHome home, CancellationToken cancellationToken)
    {
        if (Find(home, run) is null)
        {
            return Refusal.NoRun(run);
        }

        if (request.Items is { Count: > MostItems })
        {
            return Refusal.Bad(ServerCodes.BadBody, $"`items` names at most {MostItems} items", "Use `quarantined`, `failed` or `cause` for more.");
        }

        var items = request.Cause is { } cause ? CauseItems.Of(home.Queries, RunOf(run), cause) : request.Items ?? [];
        var selection = new RetrySelection { Quarantined = request.Quarantined, Failed = request.Failed, Items = items, FromStep = request.FromStep };
        if (request.Cause is not null && items.Count == 0)
        {
            return Refusal.NotFound("no failed item has this cause any more");
        }

        if (!selection.Quarantined && !selection.Failed && selection.Items.Count == 0 && selection.FromStep is null)
        {
            return Refusal.Bad(ServerCodes.BadBody, "the request names nothing to take up again", "Set `quarantined`, `failed`, `items`, `cause` or `from_step`.");
        }

        var reply = await home.AskAsync(new OwnerRequest.Retry(run, selection), cancellationToken).ConfigureAwait(false);
        return reply.Problem is { } problem
            ? Refusal.Conflict(problem.Code, problem.Message)
            : TypedResults.Ok(new RetryResponse { Drive = reply.Retried!.Drive, Items = reply.Retried.Items, Steps = reply.Retried.Steps });
    }

    private static async Task<Results<Ok<ChangeResponse>, Refusal>> ResolveAsync(string run, ResolveRequest request, OwnedHome home, CancellationToken cancellationToken) =>
        Enum.TryParse<Resolution>(request.Resolution, ignoreCase: true, out var resolution) && !int.TryParse(request.Resolution, out _)
            ? await AskAsync(home, run, new OwnerRequest.Resolve(run, request.Step, request.Key, resolution, request.Output), cancellationToken).ConfigureAwait(false)
            : Refusal.Bad(ServerCodes.BadBody, $"`resolution` is done, again or fail, not `{request.Resolution}`");

    private static Task<Results<Ok<ChangeResponse>, Refusal>> SignalAsync(string run, SignalRequest request, [FromHeader(Name = ApiHeaders.IdempotencyKey)] string? key, HttpContext context, OwnedHome home, CancellationToken cancellationToken) =>
        AskAsync(home, run, new OwnerRequest.Signal(run, request.Name, request.Key, request.Id ?? key ?? $"{context.TraceIdentifier}-{context.Connection.Id}", request.Payload ?? System.Text.Json.JsonElement.Parse("null")), cancellationToken);

    private static async Task<Results<Ok<ChangeResponse>, Refusal>> AskAsync(OwnedHome home, string run, OwnerRequest request, CancellationToken cancellationToken)
    {
        if (Find(home, run) is null)
        {
            return Refusal.NoRun(run);
        }

        var reply = await home.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return reply.Problem is { } problem ? Refusal.Conflict(problem.Code, problem.Message) : TypedResults.Ok(new ChangeResponse { Done = reply.Done });
    }

    private static RunOptions OptionsOf(RunOptionsBody? body) => body is null ? RunOptions.None : new RunOptions
    {
        Limit = body.Limit,
        Only = body.Only ?? [],
        Sample = body.Sample,
        Fresh = body.Fresh,
        FreshSteps = body.FreshSteps ?? [],
        Priority = Math.Clamp(body.Priority, -100, 100),
        CostLimit = body.CostLimit,
        TokenLimit = body.TokenLimit,
    };

    private static RunId RunOf(string run) => RunId.TryParse(run, out var id) ? id : default;

    private static Engine.Stores.RunRow? Find(OwnedHome home, string run) => RunId.TryParse(run, out var id) ? home.Store.FindRun(id) : null;
}
