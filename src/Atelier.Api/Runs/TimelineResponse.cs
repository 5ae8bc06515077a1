namespace Atelier.Api.Runs;

/// <summary>When things happened in a run.</summary>
public sealed record TimelineResponse
{
    /// <summary>Its start.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Its end, or now.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>In order of their start; at most 500.</summary>
    public required IReadOnlyList<TimelineSpan> Spans { get; init; }

    /// <summary>There are more.</summary>
    public required bool Truncated { get; init; }
}
