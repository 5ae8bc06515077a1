namespace Atelier.Api.Runs;

/// <summary>A failure of a run.</summary>
public sealed record RunError
{
    /// <summary>Path of the step.</summary>
    public string? Step { get; init; }

    /// <summary>Key of the item.</summary>
    public string? Key { get; init; }

    /// <summary>Which attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary><c>transient permanent unavailable</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>One sentence.</summary>
    public required string Message { get; init; }

    /// <summary>More, for experts.</summary>
    public string? Detail { get; init; }

    /// <summary>What to do.</summary>
    public string? Remedy { get; init; }
}
