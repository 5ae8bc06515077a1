using Atelier.Engine.Records;
using Atelier.Engine.Recovery;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Items;

/// <summary>All that is recorded inside one scope: its steps in order, with those of blocks, rounds and inner items behind the step they belong to.</summary>
/// <param name="row">The run.</param>
/// <param name="plan">Its definition.</param>
/// <param name="store">Where it is recorded.</param>
/// <param name="queries">The same, for what only people ask.</param>
/// <param name="actions">For the types of outputs.</param>
/// <param name="time">For expressions that read the clock.</param>
public sealed class ItemInspector(RunRow row, WorkflowPlan plan, IRunStore store, IRunQueries queries, IActionCatalog actions, TimeProvider time)
{
    /// <summary>Rounds and inner items that are shown of a block: the last ones of a loop, the first ones of a map.</summary>
    private const int MostInner = 20;

    /// <summary>Steps that are shown in all.</summary>
    private const int MostSteps = 500;

    private readonly RecordedInputs _inputs = new(row, plan, store, queries, actions, time);
    private readonly List<WaitOpened> _waits = [.. queries.FindWaits(new WaitSearch { Run = row.Run, Limit = 2_000 }).Select(static open => open.Wait)];
    private readonly List<ScopeStep> _steps = [];

    /// <summary>The steps of an item of a block.</summary>
    public IReadOnlyList<ScopeStep> OfItem(BlockRecorded block, long ordinal)
    {
        if (block.Step >= 0 && plan.Steps[block.Step] is ForEachPlan loop)
        {
            Add(ScopeId.Of(block.Block, ordinal), loop.Body, null);
        }

        return _steps;
    }

    private void Add(ScopeId scope, SequencePlan sequence, string? key)
    {
        var outcomes = store.ReadOutcomes(row.Run, [scope]).ToLookup(static ended => ended.Step);
        var attempts = store.ReadAttempts(row.Run, [scope]).ToLookup(static attempt => attempt.Step);
        var blocks = queries.ListBlocks(row.Run, scope).ToLookup(static block => block.Step);
        foreach (var step in sequence.Steps)
        {
            if (_steps.Count >= MostSteps)
            {
                return;
            }

            var ended = outcomes[step.Index].LastOrDefault();
            var own = attempts[step.Index].Where(static attempt => attempt.State is not (AttemptState.Verdict or AttemptState.Redriven)).ToArray();
            var taken = attempts[step.Index].LastOrDefault(static attempt => attempt.State == AttemptState.Redriven);
            ended = taken is not null && taken.Drive > ended?.Drive ? null : ended;
            var main = blocks[step.Index].LastOrDefault(static block => block.Kind is BlockKind.ForEach or BlockKind.Repeat or BlockKind.Once);
            _steps.Add(new ScopeStep
            {
                Plan = step,
                Scope = scope,
                Key = key,
                Ended = ended,
                Detail = OutcomeDetail.FromJson(ended?.Detail),
                Attempts = own,
                Wait = _waits.Find(wait => wait.Scope == scope && wait.Step == step.Index),
                Block = main,
                Input = step is ActionStepPlan action && (ended is { Outcome: not Outcome.Skipped } || own.Length > 0) ? _inputs.Of(scope, action) : null,
            });
            foreach (var block in blocks[step.Index].GroupBy(static block => block.Kind).Select(static group => group.Last()))
            {
                AddInner(block, step, key);
            }
        }
    }

    private void AddInner(BlockRecorded block, StepPlan step, string? key)
    {
        switch (block.Kind)
        {
            case BlockKind.Repeat when step is RepeatPlan repeat:
                for (var round = Math.Max(0, block.Opened - MostInner); round < block.Opened; round++)
                {
                    Add(ScopeId.Of(block.Block, round), repeat.Body, Join(key, $"round {round + 1}"));
                }

                break;
            case BlockKind.ForEach when step is ForEachPlan loop:
                foreach (var item in queries.ListItems(row.Run, block.Block, new ItemFilter { Limit = MostInner }))
                {
                    Add(ScopeId.Of(block.Block, item.Ordinal), loop.Body, Join(key, item.Key));
                }

                break;
            case BlockKind.Once or BlockKind.OnFailure or BlockKind.Finally:
                Add(ScopeId.Of(block.Block, 0), plan.Sequences[block.Sequence], key);
                break;
        }
    }

    private static string Join(string? outer, string inner) => outer is null ? inner : $"{outer} › {inner}";
}
