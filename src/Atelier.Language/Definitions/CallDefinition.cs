using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary><c>run:</c></summary>
internal sealed record CallDefinition : StepDefinition
{
    /// <summary>Null when it is no text, which was told.</summary>
    public required YamlScalar? Run { get; init; }

    public YamlNode? With { get; init; }
}
