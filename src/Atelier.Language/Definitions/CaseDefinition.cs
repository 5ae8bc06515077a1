using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>A case of a switch; <paramref name="When"/> null: the default.</summary>
internal sealed record CaseDefinition(YamlNode? When, StepsDefinition Body);
