using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Models.Registry;
using Atelier.Sdk.Models;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Atelier.Models.Catalogue;

/// <summary>Adds a model to the text of a registry and leaves everything else in it as it stands, comments too.</summary>
public static class RegistryAddition
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line that describes a model, <c>{"source":"hub:owner/name","kind":"clip"}</c>: JSON, which is YAML too.</summary>
    public static string Entry(string hub, ModelKind? kind, JsonElement? options)
    {
        var entry = new JsonObject { ["source"] = $"hub:{hub}" };
        if (kind is { } known)
        {
            entry["kind"] = KindNames.Of(known);
        }

        if (options is { } given)
        {
            entry["options"] = JsonNode.Parse(given.GetRawText());
        }

        return entry.ToJsonString(OneLine);
    }

    /// <summary>Puts <c>NAME: ENTRY</c> at the head of <c>models</c>.</summary>
    /// <param name="text">The registry; empty: there is none yet.</param>
    /// <param name="name">Of the model.</param>
    /// <param name="entry">From <see cref="Entry"/>.</param>
    /// <returns>The new text, or null when a person must do it: the name is taken, or the text is no registry that can be added to.</returns>
    public static string? Add(string text, string name, string entry)
    {
        var line = $"{name}: {entry}\n";
        if (Root(text) is not { } root)
        {
            return string.IsNullOrWhiteSpace(text) ? $"models:\n  {line}" : null;
        }

        if (root.Style == MappingStyle.Flow)
        {
            return null;
        }

        if (!root.Children.TryGetValue("models", out var models))
        {
            return $"{text}{(text.EndsWith('\n') ? string.Empty : "\n")}models:\n  {line}";
        }

        switch (models)
        {
            case YamlMappingNode { Style: MappingStyle.Block, Children.Count: > 0 } map when !map.Children.ContainsKey(name):
                var first = map.Children.First().Key.Start;
                return text.Insert((int)first.Index, line + new string(' ', (int)first.Column - 1));
            case YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } empty:
                var key = root.Children.First(child => ReferenceEquals(child.Value, empty)).Key;
                return text.Insert((int)key.End.Index + 1, $"\n  {line.TrimEnd()}");
            default:
                return null;
        }
    }

    private static YamlMappingNode? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.FirstOrDefault()?.RootNode as YamlMappingNode;
        }
        catch (YamlException)
        {
            return null;
        }
    }
}
