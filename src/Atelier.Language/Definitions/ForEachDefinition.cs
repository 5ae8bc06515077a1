using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

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
