namespace Atelier.Api.Runs;

/// <summary>Something a step waits for.</summary>
public sealed record WaitResponse
{
    /// <summary>Path.</summary>
    public required string Step { get; init; }

    /// <summary>Item; null: outside items.</summary>
    public string? Key { get; init; }

    /// <summary><c>person signal time retry host budget decision worker</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>One sentence.</summary>
    public required string Text { get; init; }

    /// <summary>When it goes on by itself; null: it does not.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Items that wait for the same.</summary>
    public required long Count { get; init; }
}
