using Atelier.Language.Plans;

namespace Atelier.Language.Definitions;

/// <summary>What steps that say nothing themselves get.</summary>
internal sealed record DefaultsDefinition
{
    public static DefaultsDefinition None { get; } = new();

    public RetryPlan? Retry { get; init; }

    public TimeSpan? Timeout { get; init; }

    public TimeSpan? TotalTimeout { get; init; }

    public string? Queue { get; init; }

    public CachePlan? Cache { get; init; }

    public int? Priority { get; init; }
}
