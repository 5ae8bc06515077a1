namespace Atelier.Api.Problems;

/// <summary>Why a request was not done: RFC 9457 <c>application/problem+json</c>.</summary>
public sealed record Problem
{
    /// <summary>A URI that names the kind of problem: <c>https://atelier.dev/errors/ATL7001</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem, the same for each of its kind.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong here, one sentence.</summary>
    public string? Detail { get; init; }

    /// <summary>The request's id, as the server's log names it.</summary>
    public string? Instance { get; init; }

    /// <summary>Stable code, <c>ATL####</c>: switch on it, never on text.</summary>
    public required string Code { get; init; }

    /// <summary>What to do about it; null when the detail says it.</summary>
    public string? Remedy { get; init; }

    /// <summary>For definitions and inputs: every mistake.</summary>
    public IReadOnlyList<Mistake>? Errors { get; init; }
}
