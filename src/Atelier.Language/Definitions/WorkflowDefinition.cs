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

    public ImmutableArray<ModelPlan> Models { get; init; } = [];

    public ModelLimitsPlan ModelLimits { get; init; } = ModelLimitsPlan.None;

    public BudgetPlan? Budget { get; init; }
}
