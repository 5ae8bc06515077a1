using Atelier.Engine.State;

namespace Atelier.Engine.Decisions;

/// <summary>What the loop does once the commit that covers the decision has returned.</summary>
internal enum EffectKind
{
    /// <summary>Run the step's body.</summary>
    StartBody,

    /// <summary>Ask the step's running body to stop.</summary>
    CancelBody,

    /// <summary>Read the next page of a source.</summary>
    ReadPage,

    /// <summary>Load recorded rows of a block's source for admission.</summary>
    LoadRows,

    /// <summary>The admission of a block's rows is durable: open them.</summary>
    Admit,

    /// <summary>Wake the step at its due time.</summary>
    SetTimer,

    /// <summary>Wake the step when its endpoint answers again.</summary>
    Park,

    /// <summary>The rows or items that a step yields are durable: who reads them may start.</summary>
    Continue,

    /// <summary>Tell who waits that the run ended.</summary>
    RunEnded,
}

/// <summary>An effect of a decision.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Step">For which step.</param>
/// <param name="Block">For which block.</param>
/// <param name="Number">The claim for bodies (attempt and drive), the due time for timers.</param>
/// <param name="Text">The endpoint for parking.</param>
/// <param name="Items">Rows to open, for admissions.</param>
internal readonly record struct Effect(
    EffectKind Kind, StepState? Step = null, BlockState? Block = null, long Number = 0, string? Text = null, IReadOnlyList<PendingItem>? Items = null);
