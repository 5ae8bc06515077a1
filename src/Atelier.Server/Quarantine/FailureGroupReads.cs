using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Language.Plans;
using Atelier.Server.Items;
using Atelier.Server.Runs;
using Atelier.Workspace.Acceptances;

namespace Atelier.Server.Quarantine;

/// <summary>Failed items of a run by cause, with examples.</summary>
internal sealed class FailureGroupReads(OwnedHome home, RunReader runs, ItemRows rows)
{
    private const int Examples = 5;

    /// <summary>Groups of all blocks outside items, the most frequent cause first.</summary>
    public async Task<IReadOnlyList<FailureGroupResponse>> OfAsync(RunRow run, CancellationToken cancellationToken)
    {
        var plan = runs.PlanOf(run);
        var found = new List<FailureGroupResponse>();
        var accepted = home.Workspace.Accepted.Of(run.Run);
        foreach (var outer in home.Queries.FindOutline(run.Run)?.Blocks ?? [])
        {
            var block = outer.Block;
            if (block is not { Kind: BlockKind.ForEach, Counts.Failed: > 0 })
            {
                continue;
            }

            foreach (var group in await home.Live.Items.GroupAsync(run.Run, block, Examples, cancellationToken).ConfigureAwait(false))
            {
                found.Add(Response(run, block, plan, group, accepted.FirstOrDefault(cause => cause.Block == block.Block && cause.Code == group.Code && cause.Shape == group.Shape)));
            }
        }

        return [.. found.OrderByDescending(static group => group.Count)];
    }

    private FailureGroupResponse Response(RunRow run, BlockRecorded block, WorkflowPlan plan, FailureGroup group, Acceptance? accepted)
    {
        var examples = rows.Of(run.Run, block, home.Queries.ReadItems(run.Run, block.Block, [.. group.Examples.Select(static item => item.Ordinal)]));
        var failure = examples.Count > 0 ? examples[0].Failure : null;
        return new FailureGroupResponse
        {
            Block = block.Block,
            Path = BlockOf.PathOf(block, plan),
            Step = failure?.Step,
            Code = group.Code,
            Kind = failure?.Kind,
            Shape = group.Shape,
            Message = group.Message,
            Remedy = failure?.Remedy,
            Count = group.Count,
            Examples = examples,
            Accepted = accepted is null ? null : new AcceptanceResponse { By = accepted.By, At = accepted.At, Note = accepted.Note },
        };
    }
}
