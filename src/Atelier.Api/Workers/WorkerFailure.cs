namespace Atelier.Api.Workers;

/// <summary>Why a step failed.</summary>
public sealed record WorkerFailure
{
    /// <summary><c>transient</c> (try again), <c>permanent</c>, <c>unavailable</c> (wait for something outside).</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the worker's own.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence.</summary>
    public required string Message { get; init; }

    /// <summary>More, for experts.</summary>
    public string? Detail { get; init; }

    /// <summary>Not before.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>For unavailable: what is not there.</summary>
    public string? Endpoint { get; init; }

    /// <summary><c>none</c> or <c>unknown</c>; default unknown.</summary>
    public string? Effect { get; init; }
}
