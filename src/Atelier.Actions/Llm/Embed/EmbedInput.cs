using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Actions.Llm.Servers;

namespace Atelier.Actions.Llm.Embed;

/// <summary>What <c>llm.embed</c> takes: one of <see cref="Text"/> and <see cref="Texts"/>.</summary>
internal sealed record EmbedInput
{
    [Description("A model: named with its server (`nomic-embed-text@ollama`), registered (kind `openai`), or of this machine (`feature-extraction`, `clip`, `siglip`).")]
    public string? Model { get; init; }

    [Description("A server and its model, instead of a registered one.")]
    public EndpointInput? Endpoint { get; init; }

    [Description("A text.")]
    public string? Text { get; init; }

    [Description("Several texts, sent together.")]
    public IReadOnlyList<string>? Texts { get; init; }

    [Description("Length of the vectors, for models that can shorten them. Default: the model's own.")]
    [Range(1, 100_000)]
    public int? Dimensions { get; init; }

    [Description("How long the server may stay silent.")]
    [DefaultValue("120s")]
    public string Timeout { get; init; } = "120s";
}

/// <summary>What <c>llm.embed</c> yields. A vector is of unit length, as base64 of its little-endian 32-bit floats.</summary>
internal sealed record EmbedOutput
{
    [Description("The vector of `text`: base64 of little-endian 32-bit floats, of unit length.")]
    public string? Vector { get; init; }

    [Description("The vectors of `texts`, in their order.")]
    public IReadOnlyList<string>? Vectors { get; init; }

    [Description("Numbers a vector.")]
    public required int Dimensions { get; init; }

    [Description("The model as the server names it.")]
    public required string Model { get; init; }
}
