using System.Globalization;
using Atelier.Api.Items;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Items;
using Atelier.Hosting.Runs;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Items;

/// <summary>Items of blocks, and outcomes of steps.</summary>
internal static class ItemRoutes
{
    private const int Standard = 100;

    public static void MapItems(this IEndpointRouteBuilder routes)
    {
        var run = routes.MapGroup("/runs/{run}").WithTags("Items");
        run.MapGet("/blocks/{block:int}/items", ListAsync).Requires(Scope.Read).WithSummary("Items of a block: filtered, sorted, from any position.");
        run.MapGet("/blocks/{block:int}/items/{ordinal:long}", (string run, int block, long ordinal, RunReader runs, OwnedHome home, ItemReads items) => Find(run, block, runs, home, items, _ => ordinal, $"at {ordinal}")).Requires(Scope.Read).WithSummary("An item with its steps: what they were given, what they gave, and why.");
        run.MapGet("/blocks/{block:int}/items/by-key", (string run, int block, string key, RunReader runs, OwnedHome home, ItemReads items) => Find(run, block, runs, home, items, found => home.Queries.FindOrdinal(found.Run, found.Block.Source, key), $"`{key}`")).Requires(Scope.Read).WithSummary("An item by its key.");
        run.MapGet("/why", Why).Requires(Scope.Read).WithSummary("Why a step ran, or was not run again.");
        run.MapGet("/outcomes", Outcomes).Requires(Scope.Read).WithSummary("What became of steps, by scope, step and drive.");
    }

    private static async Task<Results<Ok<ItemPage>, Refusal>> ListAsync(
        string run, int block, RunReader runs, OwnedHome home, ItemRows rows, CancellationToken cancellationToken,
        string? outcome = null, string? step = null, string? text = null, string sort = "ordinal", bool descending = false, long? from = null, string? after = null, int limit = Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (OutcomeWords.Read(outcome) is not { } outcomes)
        {
            return Refusal.Bad(ServerCodes.BadQuery, $"`outcome` names an outcome that items do not have: `{outcome}`", $"There are {OutcomeWords.All}.");
        }

        if (!Enum.TryParse<ItemSort>(sort, ignoreCase: true, out var order) || int.TryParse(sort, out _))
        {
            return Refusal.Bad(ServerCodes.NotSortable, $"items are not sorted by `{sort}`: every item's value would have to be read for one page", "Sort by ordinal, key, outcome or time; for other orders export the items.");
        }

        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        var query = new ItemQuery { Outcomes = outcomes, FailedStep = step, Text = text, Sort = order, Descending = descending, From = from, After = after, Limit = limit };
        try
        {
            return await home.Live.Items.ReadAsync(row.Run, block, query, cancellationToken).ConfigureAwait(false) is { } list
                ? TypedResults.Ok(PageOf(row, list, runs, rows))
                : Refusal.NotFound($"{row.Run} has no items in a block {block}", $"`GET /api/v1/runs/{row.Run}/blocks` lists its blocks.");
        }
        catch (FormatException exception)
        {
            return Refusal.Bad(ServerCodes.BadQuery, exception.Message);
        }
    }

    private static Results<Ok<ItemDetail>, Refusal> Find(string run, int number, RunReader runs, OwnedHome home, ItemReads items, Func<(RunId Run, BlockRecorded Block), long?> ordinalOf, string name)
    {
        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        return home.Queries.FindBlock(row.Run, number) is { Source: > 0 } block && ordinalOf((row.Run, block)) is { } ordinal && items.Find(row, block, ordinal) is { } found
            ? TypedResults.Ok(found)
            : Refusal.NotFound($"block {number} of {row.Run} has no item {name}");
    }

    private static Results<Ok<WhyResponse>, Refusal> Why(string run, string step, RunReader runs, OwnedHome home, string? key = null)
    {
        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        return WhyReads.Of(home, row, runs.PlanOf(row), step, key, out var refusal) is { } why ? TypedResults.Ok(why) : refusal!;
    }

    private static ItemPage PageOf(RunRow row, ItemList list, RunReader runs, ItemRows rows) => new()
    {
        Block = list.Block.Block.Block,
        Path = BlockOf.PathOf(list.Block.Block, runs.PlanOf(row)),
        Items = rows.Of(row.Run, list.Block.Block, list.Items),
        Next = list.Next,
        Total = list.Known,
        Matched = list.Matched,
        Counts = RunSummaries.CountsOf(list.Block.Block.Counts),
        Open = list.Open,
    };

    private static Results<Ok<Page<OutcomeRow>>, Refusal> Outcomes(string run, RunReader runs, OwnedHome home, string[] key, string? scope = null, string? step = null, bool exact = false, string? outcome = null, string? after = null, int limit = Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        var plan = runs.PlanOf(row);
        if (OutcomeWords.Read(outcome) is not { Count: <= 1 } outcomes)
        {
            return Refusal.Bad(ServerCodes.BadQuery, $"`outcome` is one of {OutcomeWords.All}, not `{outcome}`");
        }

        if (step is not null && plan.Steps.FirstOrDefault(one => one.Path == step) is null)
        {
            return Refusal.NotFound($"{row.WorkflowName} has no step `{step}`");
        }

        if (exact && (step is null || scope is not null))
        {
            return Refusal.Bad(ServerCodes.BadQuery, "`exact` asks for one `step` in the items that `key` names, from the outside in");
        }

        ScopeLookup? named = exact ? ScopeLookup.Find(home.Store, row.Run, plan, plan.Steps.First(one => one.Path == step), key) : null;
        if (named is { Problem: { } missing } wrong)
        {
            return wrong.KeysWrong ? Refusal.Bad(ServerCodes.BadQuery, missing) : Refusal.NotFound(missing);
        }

        var place = named?.Scope ?? ScopeWords.Read(scope);
        var position = OutcomePosition.Read(after);
        if ((scope is not null && place is null) || (after is not null && position is null))
        {
            return Refusal.Bad(ServerCodes.BadQuery, "`scope` is written `block:ordinal`, and `after` is the `next` of a page before");
        }

        var found = home.Queries.ListOutcomes(row.Run, new OutcomeFilter
        {
            Scope = place,
            Step = step is null ? null : plan.Steps.First(one => one.Path == step).Index,
            Outcome = outcomes.Count == 1 ? outcomes[0] : null,
            After = position,
            Limit = limit,
        });
        var keys = new ItemKeys(home.Queries, row.Run);
        return TypedResults.Ok(new Page<OutcomeRow>
        {
            Items = [.. found.Where(static ended => ended.Step >= 0).Select(ended => OutcomeRowOf.Ended(ended, plan, keys.Of(ended.Scope)))],
            Next = found.Count == limit ? OutcomePosition.Write(found[^1]) : null,
        });
    }
}
