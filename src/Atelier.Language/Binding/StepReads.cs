namespace Atelier.Language.Binding;

/// <summary>What may be read of the steps of a sequence from one place.</summary>
internal enum StepReads
{
    /// <summary>The transitive needs of the step at the slot.</summary>
    Needs,

    /// <summary>The needs, and the step itself (its undo).</summary>
    NeedsAndSelf,

    /// <summary>The needs, and the step itself when asked with <c>.?</c> or <c>has()</c> (its handlers).</summary>
    NeedsAndGuardedSelf,

    /// <summary>Every step: all have ended (<c>yield</c>, <c>until</c>, <c>outputs</c>).</summary>
    All,

    /// <summary>Every step when asked with <c>.?</c> or <c>has()</c> (handlers of the workflow).</summary>
    GuardedAll,
}
