using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>A recipe as written: its shape is checked, its names are not.</summary>
internal sealed record RecipeDefinition
{
    public required SourcePosition Position { get; init; }

    /// <summary>As people wrote it; null for a single stage.</summary>
    public YamlScalar? Name { get; init; }

    public string? Description { get; init; }

    public required ImmutableArray<RecipeStage> Stages { get; init; }

    /// <summary><c>models:</c> as written.</summary>
    public YamlMap? Models { get; init; }

    /// <summary><c>global_parameters.gpu_memory_limit</c>.</summary>
    public YamlScalar? GpuMemoryLimit { get; init; }

    /// <summary><c>global_parameters.memory_limit</c>.</summary>
    public YamlScalar? MemoryLimit { get; init; }

    /// <summary><c>global_parameters.batch_size</c>.</summary>
    public YamlScalar? BatchSize { get; init; }

    /// <summary><c>global_parameters.cache_models</c>.</summary>
    public YamlList? CacheModels { get; init; }

    /// <summary><c>global_parameters.photos</c>: the folder of photos unless a run names another.</summary>
    public YamlScalar? Photos { get; init; }

    /// <summary><c>global_parameters.out</c>: where results go unless a run says otherwise.</summary>
    public YamlScalar? Out { get; init; }
}

/// <summary>A stage: steps in order, or side by side, and flows that run when their condition holds.</summary>
internal sealed record RecipeStage
{
    /// <summary>Null for a stage that is one step in the short form.</summary>
    public YamlScalar? Name { get; init; }

    public required SourcePosition Position { get; init; }

    public required ImmutableArray<RecipeStep> Steps { get; init; }

    public bool Parallel { get; init; }

    public bool ContinueOnFailure { get; init; }

    public YamlScalar? Timeout { get; init; }

    /// <summary>Null: the stage before it.</summary>
    public ImmutableArray<YamlScalar>? DependsOn { get; init; }
}

/// <summary>A step: one action of one model.</summary>
internal sealed record RecipeStep
{
    public required SourcePosition Position { get; init; }

    public YamlScalar? Model { get; init; }

    /// <summary>As written, or what the short form means at the place that says so.</summary>
    public required YamlScalar Action { get; init; }

    /// <summary>Of <c>parameters</c> and, in the short forms, beside <c>action</c>; keys are unique.</summary>
    public required ImmutableArray<YamlMember> Parameters { get; init; }

    public YamlScalar? OutputTo { get; init; }

    /// <summary>Of the flow around it and its own, all of which must hold.</summary>
    public ImmutableArray<YamlScalar> Conditions { get; init; } = [];

    /// <summary>What a photo does for which the step's own condition fails: <c>skip</c> when null.</summary>
    public YamlScalar? Else { get; init; }

    public YamlScalar? IterateUntil { get; init; }

    public YamlNode? MaxRounds { get; init; }

    public YamlScalar? Timeout { get; init; }

    public bool ContinueOnFailure { get; init; }

    public YamlMember? Parameter(params ReadOnlySpan<string> names)
    {
        foreach (var member in Parameters)
        {
            if (names.Contains(member.Name))
            {
                return member;
            }
        }

        return null;
    }
}
