using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Registry;

/// <summary>Entries of registries as text.</summary>
public static class ModelEntry
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line that describes a model of a hub, <c>{"source":"hub:owner/name","kind":"clip"}</c>.</summary>
    public static string OfHub(string hub, ModelKind? kind, JsonElement? options)
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

        return Text(entry);
    }

    /// <summary>JSON on one line, which is YAML too.</summary>
    public static string Text(JsonObject entry) => entry.ToJsonString(OneLine);
}
