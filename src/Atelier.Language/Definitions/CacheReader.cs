using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads <c>cache: false</c>, <c>cache: true</c> and <c>cache: { for: 1d }</c>.</summary>
internal static class CacheReader
{
    public static CachePlan? Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Boolean } scalar:
                return new CachePlan(scalar.Boolean, null);
            case YamlMap map:
                var reader = new MapReader(map, "a cache rule", diagnostics);
                reader.RejectUnknown("for");
                reader.Required("for", "Write `cache: { for: 1d }`.");
                return new CachePlan(true, reader.Duration("for"));
            default:
                diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`cache` takes `true`, `false` or a map such as `{{ for: 1d }}`, not {node.Kind}.", Remedies.Boolean(node));
                return null;
        }
    }
}
