using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;

namespace Atelier.Engine.State;

/// <summary>One step in one open scope.</summary>
internal sealed class StepState(StepPlan plan, ScopeState? scope)
{
    public StepPlan Plan { get; } = plan;

    /// <summary>The scope it belongs to; null only for the step that stands for the run itself.</summary>
    public ScopeState? Scope { get; } = scope;

    public StepPhase Phase { get; set; }

    /// <summary>Needs that have not ended well.</summary>
    public int NeedsLeft { get; set; } = plan.Needs.Length;

    public int Drive { get; set; }

    /// <summary>The attempt under way, or the last; 0 before the first.</summary>
    public int Attempt { get; set; }

    /// <summary>Bodies and pages asked for in this process: tells a late answer from the awaited one.</summary>
    public int Requests { get; set; }

    /// <summary>Bodies that were started and never heard of, in this drive.</summary>
    public int CutOff { get; set; }

    public Outcome Outcome { get; set; }

    /// <summary>Position in the run's history of its outcome, for undoing in reverse order.</summary>
    public long EndedSeq { get; set; }

    /// <summary>Value, UTF-8 JSON; null: none.</summary>
    public byte[]? Output { get; set; }

    /// <summary>The value read, once someone asked for it.</summary>
    public CelValue? Value { get; set; }

    /// <summary>What failed in it; for blocks what failed inside.</summary>
    public List<FailureRecord>? Failures { get; set; }

    /// <summary>Why it rejected its item.</summary>
    public string? Rejection { get; set; }

    /// <summary>Unix milliseconds at which it became ready, for <c>total_timeout</c>; parked time moves it on.</summary>
    public long ReadyAt { get; set; }

    /// <summary>Unix milliseconds of its timer; 0: none. A timer that fires with another value is stale.</summary>
    public long Due { get; set; }

    /// <summary>Since when it is parked or waits.</summary>
    public long RestingSince { get; set; }

    /// <summary>Why it is parked.</summary>
    public string? ParkedFor { get; set; }

    /// <summary>The endpoint it is parked for, if any.</summary>
    public string? ParkedAt { get; set; }

    /// <summary>True when it waits for a larger budget.</summary>
    public bool ParkedForBudget { get; set; }

    /// <summary>What it waits for.</summary>
    public WaitOpened? Wait { get; set; }

    /// <summary>Its open block, or the handler that runs for it.</summary>
    public BlockState? Block { get; set; }

    /// <summary>The rows it yields, for paged steps.</summary>
    public SourceState? Source { get; set; }

    /// <summary>The outcome that is held back while handlers run.</summary>
    public SettlingOutcome? Settling { get; set; }

    /// <summary>True when something is asked for or waited for: the scope cannot end yet.</summary>
    public bool InFlight => Phase is not (StepPhase.Pending or StepPhase.Ended);

    /// <summary>True for the compensation of another step.</summary>
    public bool IsUndo => Scope is { } scope && Plan.Slot >= scope.Sequence.Steps.Length;

    public bool Met => Phase == StepPhase.Ended && Outcome is Outcome.Succeeded or Outcome.Empty or Outcome.Skipped;
}
