using System.Collections.Immutable;
using System.Text.Json;
using Atelier.Language.Yaml;

namespace Atelier.Language.Inputs;

/// <summary>Reads a file of inputs: a YAML or JSON map from name to value.</summary>
public static class InputFile
{
    /// <summary>Values by name; null, with the mistakes, when the text is no such map.</summary>
    public static (IReadOnlyDictionary<string, JsonElement>? Values, ImmutableArray<Diagnostic> Diagnostics) Read(string text, string file)
    {
        var diagnostics = new DiagnosticBag();
        var root = YamlReader.Read(text, file, diagnostics);
        if (root is YamlMap map && !diagnostics.HasErrors)
        {
            return (map.Members.ToDictionary(static member => member.Name, static member => YamlJson.ToElement(member.Value)), diagnostics.ToImmutable());
        }

        if (root is not null and not YamlMap)
        {
            diagnostics.Error(DiagnosticCodes.NotAMap, root.Position, $"A file of inputs is a map from names to values, not {root.Kind}.");
        }

        return (null, diagnostics.ToImmutable());
    }
}
