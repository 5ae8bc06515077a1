using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>What to do about slips that are common enough to have an answer of their own.</summary>
internal static class Remedies
{
    /// <summary>The YAML 1.1 booleans are texts in YAML 1.2.</summary>
    public static string? Boolean(YamlNode node) => (node as YamlScalar)?.Text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" => "Write `true`.",
        "no" or "off" or "n" => "Write `false`.",
        _ => null,
    };
}
