namespace Atelier.Sdk;

/// <summary>What a failure means for the next try.</summary>
public enum FailureKind
{
    /// <summary>May go away by itself: retried by the step's policy.</summary>
    Transient,

    /// <summary>The same input will fail again: not retried.</summary>
    Permanent,

    /// <summary>The outside is down: the item parks behind the endpoint's circuit breaker and no attempt is spent.</summary>
    Unavailable,
}

/// <summary>Whether a failed body may have changed something outside.</summary>
public enum FailureEffect
{
    /// <summary>Nothing outside changed.</summary>
    None,

    /// <summary>Something may have changed; a step with <c>idempotent: false</c> parks instead of retrying.</summary>
    Unknown,
}
