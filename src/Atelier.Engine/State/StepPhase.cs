namespace Atelier.Engine.State;

/// <summary>Where a step of an open scope stands.</summary>
internal enum StepPhase
{
    /// <summary>Its needs are not met.</summary>
    Pending,

    /// <summary>An expression that steers it is being evaluated.</summary>
    Evaluating,

    /// <summary>Would run, but its block's <c>parallel</c> is used up.</summary>
    Gated,

    /// <summary>A body or a page read is asked for or under way.</summary>
    Running,

    /// <summary>Waits for time, a signal or a person.</summary>
    Waiting,

    /// <summary>Failed and is due again.</summary>
    Retrying,

    /// <summary>Waits for something outside; spends no attempt.</summary>
    Parked,

    /// <summary>Its block is open.</summary>
    Open,

    /// <summary>Its outcome is known and its handlers run.</summary>
    Settling,

    /// <summary>Its outcome is recorded.</summary>
    Ended,
}
