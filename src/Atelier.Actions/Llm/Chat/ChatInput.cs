using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>Who speaks.</summary>
internal enum ChatRole
{
    System,
    User,
    Assistant,
}

/// <summary>One message of <c>messages</c>.</summary>
internal sealed record ChatMessageInput
{
    [Description("Who speaks.")]
    [DefaultValue(ChatRole.User)]
    public ChatRole Role { get; init; } = ChatRole.User;

    [Description("What is said.")]
    public required string Content { get; init; }

    [Description("Pictures shown with it.")]
    public IReadOnlyList<Artifact>? Images { get; init; }
}

/// <summary>What <c>llm.chat</c> takes: one of <see cref="Prompt"/>, <see cref="Messages"/>, <see cref="Template"/> and <see cref="TemplateFile"/>.</summary>
internal sealed record ChatInput
{
    [Description("A model: named with its server (`llava@ollama`), registered (kind `openai`), or of this machine (`vlm`, `text-generation`).")]
    public string? Model { get; init; }

    [Description("A server and its model, instead of a registered one.")]
    public EndpointInput? Endpoint { get; init; }

    [Description("What is asked.")]
    public string? Prompt { get; init; }

    [Description("A conversation that the model goes on with, instead of a prompt.")]
    public IReadOnlyList<ChatMessageInput>? Messages { get; init; }

    [Description("A prompt with places such as `{title}`, which `variables` fill.")]
    public string? Template { get; init; }

    [Description("A file with such a prompt; its digest is part of the fingerprint.")]
    public string? TemplateFile { get; init; }

    [Description("What the places of the template are filled with: texts as they are, other values as JSON.")]
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    [Description("What the model shall keep to throughout.")]
    public string? System { get; init; }

    [Description("Pictures shown with the prompt.")]
    public IReadOnlyList<Artifact>? Images { get; init; }

    [Description("Longest side of pictures as they are sent to a server, in pixels.")]
    [DefaultValue(1024)]
    [Range(16, 8192)]
    public int MaxSide { get; init; } = 1024;

    [Description("JSON Schema of the answer, which then stands in `json`.")]
    public JsonElement Schema { get; init; }

    [Description("How freely the model chooses, 0 to 2. Default: the server's own; 0 for models of this machine.")]
    [Range(0.0, 2.0)]
    public double? Temperature { get; init; }

    [Description("Share of the likeliest tokens to choose among. Default: the server's own.")]
    [Range(0.0, 1.0)]
    public double? TopP { get; init; }

    [Description("Makes answers repeatable where the server knows seeds.")]
    public long? Seed { get; init; }

    [Description("Tokens written at most. Default: the server's own; 512 for models of this machine.")]
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    [Description("Texts at which the model stops.")]
    public OneOrMany? Stop { get; init; }

    [Description("Further members of the request, for one kind of server (`reasoning_effort`, `top_k`).")]
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }

    [Description("How long the server may stay silent, before the answer and within it.")]
    [DefaultValue("300s")]
    public string Timeout { get; init; } = "300s";

    [Description("Whether the answer is written to the step's log as it comes.")]
    [DefaultValue(true)]
    public bool Log { get; init; } = true;
}

/// <summary>What <c>llm.chat</c> yields.</summary>
internal sealed record ChatOutput
{
    [Description("What the model wrote.")]
    public required string Text { get; init; }

    [Description("With `schema`: the value that fits it.")]
    public JsonElement? Json { get; init; }

    [Description("The model as the server names it.")]
    public required string Model { get; init; }

    [Description("Why it stopped: `stop`, or `length` when it reached its limit.")]
    public required string Finish { get; init; }

    [Description("Tokens read; null when the server does not tell.")]
    public long? InputTokens { get; init; }

    [Description("Tokens written; null when the server does not tell.")]
    public long? OutputTokens { get; init; }

    [Description("What it cost; null when no price is known.")]
    public decimal? Cost { get; init; }

    [Description("What had to be mended in the answer's form; empty when it was as asked.")]
    public required IReadOnlyList<string> Repairs { get; init; }

    [Description("How often the model was asked: 2 when the first answer could not be used.")]
    public required int Asked { get; init; }
}
