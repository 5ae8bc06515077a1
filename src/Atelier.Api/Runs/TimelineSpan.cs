namespace Atelier.Api.Runs;

/// <summary>A step, or a step of a block over all its items.</summary>
public sealed record TimelineSpan
{
    /// <summary>Path of the step.</summary>
    public required string Path { get; init; }

    /// <summary>Item; null: all, or outside items.</summary>
    public string? Key { get; init; }

    /// <summary>First start.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Last end; null: not ended.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>State or outcome; for many, the worst.</summary>
    public required string State { get; init; }

    /// <summary>How many it stands for.</summary>
    public required long Count { get; init; }

    /// <summary>When its outcomes came; null: none has yet.</summary>
    public TimelineEnds? Ends { get; init; }
}
