using System.Collections.Immutable;
using Atelier.Language.Plans;
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

/// <summary><c>uses:</c></summary>
internal sealed record ActionStepDefinition : StepDefinition
{
    /// <summary>Null when it is no text, which was told.</summary>
    public required YamlScalar? Uses { get; init; }

    public YamlNode? With { get; init; }

    public RetryPlan? Retry { get; init; }

    public TimeSpan? Timeout { get; init; }

    public string? Queue { get; init; }

    public CachePlan? Cache { get; init; }

    public bool? Idempotent { get; init; }

    public int? Priority { get; init; }

    public ActionStepDefinition? Undo { get; init; }
}

/// <summary><c>for_each:</c></summary>
internal sealed record ForEachDefinition : StepDefinition
{
    public required YamlNode Items { get; init; }

    public required string As { get; init; }

    public required SourcePosition AsPosition { get; init; }

    public YamlNode? Key { get; init; }

    public DuplicateKeys OnDuplicate { get; init; }

    public YamlNode? Collection { get; init; }

    public int? Parallel { get; init; }

    public int? Window { get; init; }

    public ItemFailurePolicy OnItemFailure { get; init; }

    public Tolerance? Tolerate { get; init; }

    public YamlNode? Yield { get; init; }

    public required StepsDefinition Body { get; init; }
}

/// <summary><c>repeat:</c></summary>
internal sealed record RepeatDefinition : StepDefinition
{
    public required YamlNode? Until { get; init; }

    public required YamlNode? Max { get; init; }

    public ExhaustedPolicy OnExhausted { get; init; }

    public YamlNode? Best { get; init; }

    public YamlNode? Yield { get; init; }

    public required StepsDefinition Body { get; init; }
}

/// <summary><c>parallel:</c> as a block.</summary>
internal sealed record ParallelDefinition : StepDefinition
{
    public required StepsDefinition Branches { get; init; }
}

/// <summary><c>steps:</c> alone.</summary>
internal sealed record GroupDefinition : StepDefinition
{
    public required StepsDefinition Body { get; init; }
}

/// <summary><c>switch:</c></summary>
internal sealed record SwitchDefinition : StepDefinition
{
    public required ImmutableArray<CaseDefinition> Cases { get; init; }
}

/// <summary>A case of a switch; <paramref name="When"/> null: the default.</summary>
internal sealed record CaseDefinition(YamlNode? When, StepsDefinition Body);

/// <summary><c>run:</c></summary>
internal sealed record CallDefinition : StepDefinition
{
    /// <summary>Null when it is no text, which was told.</summary>
    public required YamlScalar? Run { get; init; }

    public YamlNode? With { get; init; }
}

/// <summary>A step that does not say what to do; kept so that its name is known.</summary>
internal sealed record BrokenDefinition : StepDefinition;
