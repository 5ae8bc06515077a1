using Atelier.Engine.Decisions;
using Atelier.Engine.Expressions;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language;
using Atelier.Language.Plans;

namespace Atelier.Engine.Recovery;

/// <summary>
/// What steps of a run were given, evaluated again from what is recorded: a step's input follows from its definition, the run's inputs and the outputs of the
/// steps before it. Parts that read secrets stay as they are written, as <c>{"$secret": text}</c>. What reads the clock has the time of asking. Reads, and changes
/// nothing; for one run and one thread.
/// </summary>
public sealed class RecordedInputs
{
    private readonly RunId _run;
    private readonly WorkflowPlan _plan;
    private readonly IRunStore _store;
    private readonly IRunQueries _queries;
    private readonly RunState _state;
    private readonly Evaluator _evaluator;
    private readonly Dictionary<ScopeId, ScopeState?> _scopes = [];

    /// <param name="row">The run.</param>
    /// <param name="plan">Its definition.</param>
    /// <param name="store">Where it is recorded.</param>
    /// <param name="queries">The same, for what only people ask.</param>
    /// <param name="actions">For the types of outputs.</param>
    /// <param name="time">For expressions that read the clock.</param>
    public RecordedInputs(RunRow row, WorkflowPlan plan, IRunStore store, IRunQueries queries, IActionCatalog actions, TimeProvider time)
    {
        _run = row.Run;
        _plan = plan;
        _store = store;
        _queries = queries;
        _state = new RunState(row.Run, plan, RunOptions.FromJson(row.Options), InputValues.Read(plan.Inputs, row.Inputs), row.Inputs, row.Started);
        _evaluator = new Evaluator(_state, new RunValues(_state, actions, new StoreItemsReader(store, null), time));
    }

    /// <summary>The input of an action's step in a scope, UTF-8 JSON; null: it cannot be known (yet).</summary>
    public byte[]? Of(ScopeId scope, ActionStepPlan step)
    {
        if (ScopeOf(scope) is not { } found || step.Slot >= found.Sequence.Steps.Length || found.Sequence.Steps[step.Slot].Index != step.Index)
        {
            return null;
        }

        return _evaluator.Input(found.Step(step.Slot)).Json;
    }

    private ScopeState? ScopeOf(ScopeId id)
    {
        if (!_scopes.TryGetValue(id, out var scope))
        {
            scope = id == ScopeId.Root ? new ScopeState(_state.RootBlock, _plan.Body, 0) : Inner(id);
            if (scope is not null)
            {
                ScopeRestorer.Restore(scope, _plan, _store.ReadOutcomes(_run, [id]), static _ => 0);
            }

            _scopes[id] = scope;
        }

        return scope;
    }

    private ScopeState? Inner(ScopeId id)
    {
        // Handlers read what failed while they ran, which is not kept once they have ended.
        if (_store.FindBlock(_run, id.Block) is not { Step: >= 0, Kind: BlockKind.ForEach or BlockKind.Repeat or BlockKind.Once } row || ScopeOf(row.Scope) is not { } around)
        {
            return null;
        }

        var plan = _plan.Steps[row.Step];
        if (plan.Slot >= around.Sequence.Steps.Length)
        {
            return null;
        }

        var owner = around.Step(plan.Slot);
        var sequence = row.Kind switch
        {
            BlockKind.ForEach => ((ForEachPlan)plan).Body,
            BlockKind.Repeat => ((RepeatPlan)plan).Body,
            _ => _plan.Sequences[row.Sequence],
        };
        var block = new BlockState(row.Block, row.Kind, owner, sequence)
        {
            Collection = row.Collection,
            Detail = BlockDetail.FromJson(row.Detail),
            Source = row.Source > 0 ? new SourceState(row.Source, SourceOwner(row) ?? owner) : null,
        };
        var item = row.Kind switch
        {
            BlockKind.ForEach => _store.ReadRows(_run, row.Source, id.Ordinal, 1) is [var found] && found.Ordinal == id.Ordinal ? found : (SourceItem?)null,
            BlockKind.Repeat => new SourceItem(id.Ordinal, string.Empty, RoundBefore(id)),
            _ => new SourceItem(0, string.Empty, null),
        };
        return item is not { } present ? null : new ScopeState(block, sequence, id.Ordinal) { Key = row.Kind == BlockKind.ForEach ? present.Key : null, ItemJson = present.Value };
    }

    // Rows of a paged step have the types that its action declares.
    private StepState? SourceOwner(BlockRecorded block) =>
        _queries.FindSource(_run, block.Source) is { Step: >= 0 } source && _plan.Steps[source.Step] is ActionStepPlan step && ScopeOf(source.Scope) is { } scope && step.Slot < scope.Sequence.Steps.Length
            ? scope.Step(step.Slot)
            : null;

    private byte[]? RoundBefore(ScopeId id) => id.Ordinal == 0
        ? null
        : _store.ReadOutcomes(_run, [ScopeId.Of(id.Block, id.Ordinal - 1)]).LastOrDefault(static row => row.Step == StepEnded.ItemEnd)?.Output;
}
