using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;

namespace Atelier.Engine.State;

/// <summary>One entering of a block's body.</summary>
internal sealed class ScopeState
{
    private readonly StepState[] _steps;

    public ScopeState(BlockState block, SequencePlan sequence, long ordinal)
    {
        Block = block;
        Sequence = sequence;
        Id = ScopeId.Of(block.Number, ordinal);
        _steps = new StepState[sequence.SlotCount];
        for (var slot = 0; slot < sequence.Steps.Length; slot++)
        {
            _steps[slot] = new StepState(sequence.Steps[slot], this);
        }

        Unended = sequence.Steps.Length;
    }

    public ScopeId Id { get; }

    public BlockState Block { get; }

    public SequencePlan Sequence { get; }

    /// <summary>The scope around; null for the workflow's own body.</summary>
    public ScopeState? Parent => Block.Owner.Scope ?? Block.Around;

    public ReadOnlySpan<StepState> Steps => _steps.AsSpan(0, Sequence.Steps.Length);

    /// <summary>With the compensations that were asked for.</summary>
    public IEnumerable<StepState> StepsAndUndos => _steps.Where(static step => step is not null);

    /// <summary>Steps of the sequence that have not ended.</summary>
    public int Unended { get; set; }

    /// <summary>Steps in flight, compensations included.</summary>
    public int InFlight { get; set; }

    /// <summary>Bodies running in it and below, for <c>parallel</c>.</summary>
    public int Busy { get; set; }

    /// <summary>Nothing new starts; ends when nothing is in flight.</summary>
    public bool Stopping { get; set; }

    public bool Cancelled { get; set; }

    /// <summary>Set by a rejecting step.</summary>
    public string? Rejection { get; set; }

    public List<FailureRecord>? Failures { get; set; }

    /// <summary>Compensations are running, or have run.</summary>
    public bool Undoing { get; set; }

    /// <summary>True after the end was decided, while its yield is evaluated.</summary>
    public bool Closing { get; set; }

    /// <summary>The item's key, for items.</summary>
    public string? Key { get; init; }

    /// <summary>The item, for items; the round before, for iterations.</summary>
    public byte[]? ItemJson { get; init; }

    /// <summary>The item read, once someone asked for it.</summary>
    public CelValue? Item { get; set; }

    /// <summary>The drive of its end; raised when it is opened again.</summary>
    public int Drive { get; set; }

    /// <summary>Neighbours in the block's list of open scopes.</summary>
    public LinkedListNode<ScopeState>? OpenNode { get; set; }

    public StepState Step(int slot) => _steps[slot];

    /// <summary>A compensation's state, made on first use.</summary>
    public StepState Undo(ActionStepPlan plan) => _steps[plan.Slot] ??= new StepState(plan, this);
}
