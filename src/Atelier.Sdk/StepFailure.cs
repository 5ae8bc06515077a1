namespace Atelier.Sdk;

/// <summary>A failure as data: what happened and whether to try again. Serialised with the outcome; shown to people.</summary>
public sealed record StepFailure
{
    /// <summary>Retry decision.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>Stable code such as <c>ATL5301</c>; people group and handle failures by it.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence: what, where, and what to do. Contains no secret and no stack trace.</summary>
    public required string Message { get; init; }

    /// <summary>More text, such as the last lines of a process; null when there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>The shortest wait before the next try that the other side asked for; null: the step's policy decides.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether something outside may have changed. Default: <see cref="FailureEffect.None"/>.</summary>
    public FailureEffect Effect { get; init; }

    /// <summary>What is down, for <see cref="FailureKind.Unavailable"/>: an origin such as <c>http://host:port</c>, or a host's name.</summary>
    public string? Endpoint { get; init; }

    /// <summary>A failure that the same input will repeat.</summary>
    public static StepFailure Permanent(string code, string message, string? detail = null) =>
        new() { Kind = FailureKind.Permanent, Code = code, Message = message, Detail = detail };

    /// <summary>A failure that may go away by itself.</summary>
    public static StepFailure Transient(string code, string message, string? detail = null, TimeSpan? retryAfter = null) =>
        new() { Kind = FailureKind.Transient, Code = code, Message = message, Detail = detail, RetryAfter = retryAfter };

    /// <summary>The outside is down: the step parks until <paramref name="endpoint"/> answers again.</summary>
    public static StepFailure Unavailable(string code, string message, string endpoint, TimeSpan? retryAfter = null) =>
        new() { Kind = FailureKind.Unavailable, Code = code, Message = message, Endpoint = endpoint, RetryAfter = retryAfter };
}
