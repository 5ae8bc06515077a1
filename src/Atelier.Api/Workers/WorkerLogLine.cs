namespace Atelier.Api.Workers;

/// <summary>A line of a step's log.</summary>
public sealed record WorkerLogLine
{
    /// <summary><c>debug info warning error</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The line.</summary>
    public required string Text { get; init; }
}
