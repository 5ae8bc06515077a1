using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Language;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>
/// What to do next: takes one event at a time, changes the state in memory as the records it writes down say, and lists effects that
/// may leave only after those records are durable. Does no I/O, reads no clock, evaluates nothing.
/// </summary>
internal sealed class Decider
{
    public Decider(RunState state, IActionCatalog actions)
    {
        State = state;
        Actions = actions;
        Steps = new StepDecisions(this);
        Scopes = new ScopeDecisions(this);
        Items = new ItemDecisions(this);
        Sources = new SourceDecisions(this);
        Rounds = new RoundDecisions(this);
        Settling = new SettlingDecisions(this);
        Waits = new WaitDecisions(this);
        Control = new ControlDecisions(this);
        Resuming = new ResumeDecisions(this);
    }

    public RunState State { get; }

    public IActionCatalog Actions { get; }

    public DecisionBuffer Buffer { get; } = new();

    public StepDecisions Steps { get; }

    public ScopeDecisions Scopes { get; }

    public ItemDecisions Items { get; }

    public SourceDecisions Sources { get; }

    public RoundDecisions Rounds { get; }

    public SettlingDecisions Settling { get; }

    public WaitDecisions Waits { get; }

    public ControlDecisions Control { get; }

    public ResumeDecisions Resuming { get; }

    /// <summary>Unix milliseconds of the turn; set by the loop before each event.</summary>
    public long Now { get; set; }

    public void Record(RunRecord record) => Buffer.Records.Add(record);

    public void Ask(EvaluationKind kind, StepState step, ScopeState? scope = null) => Buffer.Evaluations.Enqueue(new Evaluation(kind, step, scope));

    public void Do(Effect effect) => Buffer.Effects.Add(effect);

    public void MarkDirty(BlockState block)
    {
        if (block.Number != 0)
        {
            Buffer.DirtyBlocks.Add(block);
        }
    }

    /// <summary>Starts a new run.</summary>
    public void Begin(RunCreated created)
    {
        Record(created);
        State.Seq = created.Seq;
        State.Self.Phase = StepPhase.Open;
        State.Self.Block = State.RootBlock;
        Scopes.Open(State.RootBlock, 0, null, null);
    }

    /// <summary>Takes the answer to a question.</summary>
    public void Answer(in Evaluation question, in EvaluationAnswer answer)
    {
        switch (question.Kind)
        {
            case EvaluationKind.If:
                Steps.IfAnswered(question.Step, answer);
                break;
            case EvaluationKind.Items:
            case EvaluationKind.Collection:
                Items.Answered(question, answer);
                break;
            case EvaluationKind.Case:
            case EvaluationKind.CallInputs:
                Scopes.EntryAnswered(question, answer);
                break;
            case EvaluationKind.Yield:
                Items.YieldAnswered(question.Scope!, answer);
                break;
            case EvaluationKind.Result:
                Scopes.ResultAnswered(question.Scope!, answer);
                break;
            default:
                Rounds.Answered(question, answer);
                break;
        }
    }

    /// <summary>Writes down what the turn left pending: changed blocks, and whether the run rests now.</summary>
    public void EndTurn()
    {
        foreach (var block in Buffer.DirtyBlocks)
        {
            Record(BlockRecords.Of(block, State.NextSeq()));
        }

        Buffer.DirtyBlocks.Clear();
        Control.RecordRest();
    }

    /// <summary>The failure of an expression as a failure of a step.</summary>
    public static FailureRecord Place(StepState step, StepFailure failure) =>
        new(step.Plan.Path, KeyPath.Of(step.Scope), step.Attempt, failure);

    /// <summary>True when a paged action yields rows instead of an output.</summary>
    public bool IsSource(string action) => Actions.Find(action) is { IsSource: true };
}
