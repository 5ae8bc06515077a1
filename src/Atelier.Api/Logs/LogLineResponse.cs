namespace Atelier.Api.Logs;

/// <summary>A line of a run's log.</summary>
public sealed record LogLineResponse
{
    /// <summary>From 1, dense.</summary>
    public required long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>trace debug info warning error</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Path.</summary>
    public string? Step { get; init; }

    /// <summary>Item.</summary>
    public string? Key { get; init; }

    /// <summary>Attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The line.</summary>
    public required string Text { get; init; }

    /// <summary><c>block:ordinal</c> of the item or round that wrote it.</summary>
    public string? Scope { get; init; }
}
