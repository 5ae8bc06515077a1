using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Extract;

/// <summary>What <c>llm.extract</c> takes: a text, a picture, or both.</summary>
internal sealed record ExtractInput
{
    [Description("A model: named with its server (`llava@ollama`), registered (kind `openai`), or of this machine (`vlm`, `text-generation`).")]
    public string? Model { get; init; }

    [Description("A server and its model, instead of a registered one.")]
    public EndpointInput? Endpoint { get; init; }

    [Description("What is read.")]
    public string? Text { get; init; }

    [Description("The picture that is read.")]
    public Artifact? Image { get; init; }

    [Description("What to look for, by name: a description (the value is then a text), or a JSON Schema. What the text or picture does not say is null.")]
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }

    [Description("What else the model should know, such as how values are written.")]
    public string? Instructions { get; init; }

    [Description("Longest side of the picture as it is sent to a server, in pixels.")]
    [DefaultValue(1024)]
    [Range(16, 8192)]
    public int MaxSide { get; init; } = 1024;

    [Description("How freely the model chooses, 0 to 2.")]
    [DefaultValue(0.0)]
    [Range(0.0, 2.0)]
    public double Temperature { get; init; }

    [Description("Makes answers repeatable where the server knows seeds.")]
    public long? Seed { get; init; }

    [Description("Tokens written at most. Default: the server's own; 512 for models of this machine.")]
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    [Description("How long the server may stay silent, before the answer and within it.")]
    [DefaultValue("300s")]
    public string Timeout { get; init; } = "300s";
}

/// <summary>What <c>llm.extract</c> yields.</summary>
internal sealed record ExtractOutput
{
    [Description("The fields by name; null where the text or picture does not say.")]
    public required JsonElement Values { get; init; }

    [Description("Names of the fields that are null.")]
    public required IReadOnlyList<string> Missing { get; init; }

    [Description("The model as the server names it.")]
    public required string Model { get; init; }

    [Description("Tokens read; null when the server does not tell.")]
    public long? InputTokens { get; init; }

    [Description("Tokens written; null when the server does not tell.")]
    public long? OutputTokens { get; init; }

    [Description("What it cost; null when no price is known.")]
    public decimal? Cost { get; init; }
}
