using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

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
