using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

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
