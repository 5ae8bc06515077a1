using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Api.Security;
using Atelier.Api.Workflows;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Live;
using Atelier.Hosting.Runs;
using Atelier.Language.Plans;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Server.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Runs;

/// <summary><c>/runs</c>: what people read of runs.</summary>
internal static class RunReadRoutes
{
    public static void MapRunReads(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/runs").WithTags("Runs");
        runs.MapGet("/", List).Requires(Scope.Read).WithSummary("Runs, newest first.");
        runs.MapGet("/{run}", GetAsync).Requires(Scope.Read).WithSummary("A run as it is now.");
        runs.MapGet("/{run}/graph", Graph).Requires(Scope.Read).WithSummary("The steps of a run's definition and what needs what.");
        runs.MapGet("/{run}/steps", (string run, RunReader reader) => OfAsync(run, reader, static (view, plan) => new RunSteps { Seq = view.Outline.Row.Seq, Exact = view.Counters.Exact, Steps = StepCountsOf.View(view, plan) })).Requires(Scope.Read).WithSummary("Counters of every step by outcome.");
        runs.MapGet("/{run}/blocks", BlocksAsync).Requires(Scope.Read).WithSummary("Blocks of a run outside items; with `all` those inside items too.");
        runs.MapGet("/{run}/waits", WaitsAsync).Requires(Scope.Read).WithSummary("What a run waits for.");
        runs.MapGet("/{run}/timeline", (string run, RunReader reader, TimeProvider time) => OfAsync(run, reader, (view, plan) => TimelineOf.View(view, plan, time))).Requires(Scope.Read).WithSummary("When the steps of a run began and ended.");
        runs.MapGet("/{run}/usage", (string run, RunReader reader) => OfAsync(run, reader, UsageOf.View)).Requires(Scope.Read).WithSummary("What a run used and cost, by step and model.");
    }

    private static Results<Ok<Page<RunSummary>>, Refusal> List(OwnedHome home, RunSummaries summaries, string? workflow = null, string? version = null, string? state = null, DateTimeOffset? since = null, DateTimeOffset? until = null, string? text = null, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (RunStates.Read(state) is not { } states)
        {
            return Refusal.Bad(ServerCodes.BadQuery, $"`state` names a state that runs do not have: `{state}`", $"There are {RunStates.All}.");
        }

        var before = default(RunId);
        if (after is not null && !RunId.TryParse(after, out before))
        {
            return Refusal.Bad(ServerCodes.BadQuery, "`after` is the `next` of a page before");
        }

        var page = home.Queries.FindRuns(new RunSearch
        {
            Before = after is null ? null : before,
            WorkflowName = workflow,
            WorkflowDigest = version,
            States = states,
            Since = since?.ToUnixTimeMilliseconds(),
            Until = until?.ToUnixTimeMilliseconds(),
            IdText = text,
            Limit = limit,
        });
        return TypedResults.Ok(new Page<RunSummary> { Items = [.. page.Runs.Select(summaries.Of)], Next = page.Next?.ToString() });
    }

    private static async Task<Results<Ok<RunResponse>, Refusal>> GetAsync(string run, RunReader reader, AcceptedCauses accepted) =>
        await OfAsync(run, reader, (view, plan) => RunOf.View(view, plan, reader.WaitsOf(view, plan), accepted)).ConfigureAwait(false);

    private static Results<Ok<WorkflowGraph>, Refusal> Graph(string run, RunReader reader) =>
        reader.Find(run) is { } row ? TypedResults.Ok(GraphOf.Plan(reader.PlanOf(row))) : Refusal.NoRun(run);

    private static async Task<Results<Ok<Page<WaitResponse>>, Refusal>> WaitsAsync(string run, RunReader reader) => await OfAsync(run, reader, (view, plan) =>
    {
        var waits = reader.WaitsOf(view, plan);
        return new Page<WaitResponse> { Items = waits, Total = waits.Count };
    }).ConfigureAwait(false);

    private static async Task<Results<Ok<Page<BlockResponse>>, Refusal>> BlocksAsync(string run, RunReader reader, OwnedHome home, bool all = false, int after = 0, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        return await OfAsync(run, reader, (view, plan) =>
        {
            var keys = new ItemKeys(home.Queries, view.Outline.Row.Run);
            var blocks = all
                ? home.Queries.ListBlocks(view.Outline.Row.Run, after + 1, limit).Select(block => new OuterBlock(block, block.Source > 0 ? home.Queries.FindSource(view.Outline.Row.Run, block.Source) : null)).ToArray()
                : [.. view.Outline.Blocks.Where(block => block.Block.Block > after).Take(limit)];
            return new Page<BlockResponse>
            {
                Items = [.. blocks.Select(block => BlockOf.Row(block, plan, keys.Of(block.Block.Scope)))],
                Next = blocks.Length == limit ? blocks[^1].Block.Block.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
                Total = all ? null : view.Outline.Blocks.Count,
            };
        }).ConfigureAwait(false);
    }

    private static async Task<Results<Ok<T>, Refusal>> OfAsync<T>(string run, RunReader reader, Func<RunView, WorkflowPlan, T> make) =>
        await reader.LookAsync(run).ConfigureAwait(false) is { } view ? TypedResults.Ok(make(view, reader.PlanOf(view.Outline.Row))) : Refusal.NoRun(run);
}
