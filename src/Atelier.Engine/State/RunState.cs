using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.Stores;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;

namespace Atelier.Engine.State;

/// <summary>
/// A run in memory: what is open, folded from what was recorded. Closed scopes and blocks are in the store alone, so its size
/// depends on what is open, not on how much was done.
/// </summary>
internal sealed class RunState
{
    public RunState(RunId id, WorkflowPlan plan, RunOptions options, CelMap inputs, byte[] inputsJson, long started)
    {
        Id = id;
        Plan = plan;
        Options = options;
        Inputs = inputs;
        InputsJson = inputsJson;
        Started = started;
        Self = new StepState(SelfPlan(plan), null);
        Spending = new SpendingAccount(plan.Budget, options);
        RootBlock = new BlockState(0, BlockKind.Once, Self, plan.Body);
    }

    public RunId Id { get; }

    public WorkflowPlan Plan { get; }

    public RunOptions Options { get; }

    public CelMap Inputs { get; }

    public byte[] InputsJson { get; }

    public long Started { get; }

    /// <summary>The run as a step: its body is the workflow's, its handlers are the workflow's.</summary>
    public StepState Self { get; }

    /// <summary>What it has spent and may spend.</summary>
    public SpendingAccount Spending { get; }

    /// <summary>The workflow's own body, scope 0.</summary>
    public BlockState RootBlock { get; }

    /// <summary>Scope 0, open or ended: handlers of the run read its steps.</summary>
    public ScopeState? RootScope { get; set; }

    public RunPhase Phase { get; set; }

    /// <summary>Last sequence number given.</summary>
    public long Seq { get; set; }

    /// <summary>Open blocks by number.</summary>
    public Dictionary<int, BlockState> Blocks { get; } = [];

    public Dictionary<int, SourceState> Sources { get; } = [];

    public int LastBlock { get; set; }

    public int LastSource { get; set; }

    /// <summary>Signals nobody has consumed.</summary>
    public List<SignalReceived> Signals { get; } = [];

    /// <summary>Signals that a wait has taken.</summary>
    public HashSet<SignalName> Consumed { get; } = [];

    /// <summary>Failures of the run, capped.</summary>
    public List<FailureRecord> Errors { get; } = [];

    /// <summary>Bodies and page reads asked for or under way.</summary>
    public int Active { get; set; }

    /// <summary>True when the row says that the run rests.</summary>
    public bool Resting { get; set; }

    public long? Wake { get; set; }

    /// <summary>Set when the run ended.</summary>
    public Outcome Outcome { get; set; }

    public bool Ended => Phase == RunPhase.Ended;

    public long NextSeq() => ++Seq;

    private static GroupPlan SelfPlan(WorkflowPlan plan) => new()
    {
        Index = -1,
        Slot = 0,
        Id = plan.Name,
        Path = string.Empty,
        Position = default,
        Body = plan.Body,
        OnFailure = plan.OnFailure,
        Finally = plan.Finally,
    };
}
