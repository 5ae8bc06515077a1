using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Embeddings;

/// <summary>What <c>embeddings.search</c> takes.</summary>
internal sealed record EmbeddingsSearchInput
{
    [Description("What is searched: the items of a block, the rows of a paged step, or a list. Either this or `file`.")]
    public Rows? Items { get; init; }

    [Description("What is searched: a file of JSON lines, each with a vector and a `key`, as data.write_jsonl saves a collection.")]
    public Artifact? File { get; init; }

    [Description("Where a row's vector is, as a path into its value. Rows without one are left out.")]
    [DefaultValue("vector")]
    public string Vector { get; init; } = "vector";

    [Description("The vector to search for: of vision.embed or llm.embed. Either this, `text` or `image`.")]
    public EmbeddingVector? Query { get; init; }

    [Description("A text to search for; `model` embeds it.")]
    public string? Text { get; init; }

    [Description("A picture to search for; `model` embeds it.")]
    public Artifact? Image { get; init; }

    [Description("The model that embeds `text` or `image`. Without it the one that made the vectors, where the rows name it as those of vision.embed do.")]
    public string? Model { get; init; }

    [Description("Only rows whose fields have these values: path to value, or to a list of which one must fit.")]
    public IReadOnlyDictionary<string, JsonElement>? Where { get; init; }

    [Description("Most rows yielded, best first.")]
    [DefaultValue(10)]
    [Range(1, 1000)]
    public int Top { get; init; } = 10;

    [Description("The lowest cosine similarity yielded, -1 to 1.")]
    [DefaultValue(-1.0)]
    [Range(-1.0, 1.0)]
    public double Threshold { get; init; } = -1;
}
