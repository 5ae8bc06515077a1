namespace Atelier.Language.Yaml;

/// <summary>What a scalar is by the rules of YAML 1.2's core schema; <c>yes</c> and <c>on</c> are texts.</summary>
internal enum ScalarType
{
    Null,
    Boolean,
    Integer,
    Number,
    Text,
}
