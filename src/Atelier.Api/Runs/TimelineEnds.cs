namespace Atelier.Api.Runs;

/// <summary>Outcomes of a step over all items in equal spans of time.</summary>
public sealed record TimelineEnds
{
    /// <summary>Start of the first span.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Length of each.</summary>
    public required long WidthMilliseconds { get; init; }

    /// <summary>Outcomes in each, oldest first; at most 60.</summary>
    public required IReadOnlyList<long> Counts { get; init; }
}
