using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Language.Tests.Catalog;

/// <summary>Actions that exist only as descriptions.</summary>
internal sealed class FakeActions : IActionCatalog
{
    private readonly SortedDictionary<string, ActionDescriptor> _actions = new(StringComparer.Ordinal);

    private FakeActions()
    {
        Add("core.value", """{"type":"object","properties":{"value":{}},"required":["value"],"additionalProperties":false}""", "true");
        Add("core.log", """{"type":"object","properties":{"message":{"type":"string"},"level":{"enum":["info","warning","error"]}},"required":["message"],"additionalProperties":false}""", "true");
        Add("core.recover", """{"type":"object","properties":{"value":{}},"additionalProperties":false}""", "true");
        Add("files.list", """{"type":"object","properties":{"path":{"type":"string"},"match":{"type":"string"}},"required":["path"],"additionalProperties":false}""", """{"type":"object","properties":{"$artifact":{"type":["string","null"]},"mediaType":{"type":"string"},"name":{"type":"string"},"size":{"type":"integer"},"path":{"type":"string"},"relative":{"type":"string"}},"required":["path"],"additionalProperties":false}""", isSource: true);
        Add("files.write", """{"type":"object","properties":{"path":{"type":"string"},"content":{"type":["string","null"]}},"required":["path"],"additionalProperties":false}""", """{"type":"object","properties":{"path":{"type":"string"},"size":{"type":"integer"}},"additionalProperties":false}""", ReuseClass.Effect);
        Add("images.convert", """{"type":"object","properties":{"image":{"type":"object","format":"artifact"},"width":{"type":["integer","null"],"minimum":1,"maximum":20000},"height":{"type":["integer","null"],"minimum":1,"maximum":20000},"format":{"enum":["png","jpeg","webp"],"type":"string"},"quality":{"type":"number","minimum":0,"maximum":100},"strip":{"type":"boolean"}},"required":["image"],"additionalProperties":false}""", """{"type":"object","properties":{"image":{"type":"object","format":"artifact"},"width":{"type":"integer"},"height":{"type":"integer"}},"additionalProperties":false}""");
        Add("images.quality", """{"type":"object","properties":{"image":{"type":"object","format":"artifact"}},"required":["image"],"additionalProperties":false}""", """{"type":"object","properties":{"technical":{"type":"number"},"sharpness":{"type":"number"},"noise":{"type":"object","properties":{"level":{"type":"number"}},"additionalProperties":false}},"additionalProperties":false}""");
        Add("http.request", """{"type":"object","properties":{"url":{"type":"string"},"method":{"enum":["GET","POST"]},"headers":{"type":"object","additionalProperties":{"type":"string"}},"json":{},"tags":{"type":"array","items":{"type":"string"}},"expect":{"anyOf":[{"type":"integer"},{"type":"array","items":{"type":"integer"}}]},"node":{"$ref":"#/$defs/node"}},"required":["url"],"additionalProperties":false,"$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#/$defs/node"}},"required":["name"],"additionalProperties":false}}}""", """{"type":"object","properties":{"status":{"type":"integer"},"body":{}},"additionalProperties":false}""", ReuseClass.Observe);
        Add("process.run", """{"type":"object","properties":{"script":{"type":"string"},"env":{"type":"object","additionalProperties":{"type":"string"}},"args":{"type":"array","items":{"type":"string"}}},"required":["script"],"additionalProperties":false}""", "true", ReuseClass.Sampled, raw: "script");
        Add("people.approve", """{"type":"object","properties":{"message":{"type":"string"}},"additionalProperties":false}""", """{"type":"object","properties":{"approved":{"type":"boolean"}},"additionalProperties":false}""");
        Add("llm.chat", """{"type":"object","properties":{"model":{"type":"string"},"images":{"type":"array"},"prompt":{"type":"string","minLength":1,"maxLength":100}},"required":["model","prompt"],"additionalProperties":false}""", """{"type":"object","properties":{"text":{"type":"string"},"usage":{}},"additionalProperties":false}""", ReuseClass.Sampled);
        Add("data.join", """{"type":"object","properties":{"left":{"type":["array","object"],"format":"rows"},"on":{"type":"string","pattern":"^[a-z_]+$"}},"required":["left"],"additionalProperties":false}""", "true");

        // What recipes become; their own schemas are tested where the actions are.
        foreach (var name in new[] { "vision.quality", "vision.detect", "vision.segment", "vision.describe", "vision.embed", "vision.classify", "vision.group", "vision.select_best", "vision.decide", "images.apply_edits", "images.info", "images.contact_page", "files.copy", "people.review", "core.reject", "recipe.decisions" })
        {
            Add(name, """{"type":"object"}""", "true");
        }

        Add("recipe.photos", """{"type":"object"}""", "true", isSource: true);
    }

    public static FakeActions Instance { get; } = new();

    public IReadOnlyList<string> Names => [.. _actions.Keys];

    public ActionDescriptor? Find(string name) => _actions.GetValueOrDefault(name);

    private void Add(string name, string input, string output, ReuseClass reuse = ReuseClass.Pure, bool isSource = false, string? raw = null) =>
        _actions[name] = new ActionDescriptor
        {
            Name = name,
            Version = 1,
            Summary = $"Does {name}.",
            Reuse = reuse,
            IsSource = isSource,
            RawFields = raw is null ? [] : [raw],
            InputSchema = JsonNode.Parse(input)!,
            OutputSchema = JsonNode.Parse(output)!,
            Example = $"uses: {name}",
        };
}
