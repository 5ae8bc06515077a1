using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>A step of a recipe with its action known and its parameters checked.</summary>
internal sealed record RecipeOperation
{
    public required RecipeStep Step { get; init; }

    public required RecipeAction Action { get; init; }

    /// <summary>The model's name; null for actions that need none.</summary>
    public required string? Model { get; init; }

    /// <summary>Name of the result and id of the canonical step.</summary>
    public required string Result { get; set; }

    /// <summary>Index of the stage it stands in.</summary>
    public required int Stage { get; init; }

    /// <summary>True when something else was asked for and this is needed for it.</summary>
    public bool Implied { get; init; }

    /// <summary>True when it may end without a result: a condition, or a failure that is passed over.</summary>
    public bool MayBeAbsent => Step.Conditions.Length > 0 || ContinueOnFailure;

    public bool ContinueOnFailure { get; init; }

    public YamlScalar? Timeout { get; init; }

    public SourcePosition Position => Step.Position;
}
