using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>A step as written.</summary>
internal abstract record StepDefinition
{
    /// <summary>Empty when it is missing, which was told.</summary>
    public string Id { get; init; } = string.Empty;

    public SourcePosition IdPosition { get; init; }

    public SourcePosition Position { get; init; }

    /// <summary>Null: not written, so the step before it.</summary>
    public ImmutableArray<YamlScalar>? Needs { get; init; }

    /// <summary>Of the key `needs`.</summary>
    public SourcePosition? NeedsPosition { get; init; }

    public YamlNode? If { get; init; }

    public TimeSpan? TotalTimeout { get; init; }

    public StepsDefinition? OnFailure { get; init; }

    public StepsDefinition? Finally { get; init; }
}
