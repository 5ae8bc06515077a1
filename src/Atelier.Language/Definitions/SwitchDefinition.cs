using System.Collections.Immutable;

namespace Atelier.Language.Definitions;

/// <summary><c>switch:</c></summary>
internal sealed record SwitchDefinition : StepDefinition
{
    public required ImmutableArray<CaseDefinition> Cases { get; init; }
}
