using System.Collections.Immutable;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>A workflow as written: its shape is checked, its names are not.</summary>
internal sealed record WorkflowDefinition
{
    public required string Name { get; init; }

    public required SourcePosition Position { get; init; }

    public string? Description { get; init; }

    public required ImmutableArray<InputPlan> Inputs { get; init; }

    public required DefaultsDefinition Defaults { get; init; }

    public required StepsDefinition Steps { get; init; }

    public StepsDefinition? OnFailure { get; init; }

    public StepsDefinition? Finally { get; init; }

    public YamlNode? Outputs { get; init; }
}

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

/// <summary>Steps in written order.</summary>
/// <param name="Position">Where the list begins.</param>
/// <param name="Steps">Those that could be read.</param>
internal sealed record StepsDefinition(SourcePosition Position, ImmutableArray<StepDefinition> Steps);
