using System.ComponentModel;

namespace Atelier.Actions.Embeddings;

/// <summary>What searches yield.</summary>
internal sealed record NearestOutput(
    [property: Description("The nearest rows, best first: key, score (cosine similarity, -1 to 1) and value without the vector.")] IReadOnlyList<NearestRow> Matches,
    [property: Description("How many there are.")] int Count,
    [property: Description("Rows compared.")] int Compared,
    [property: Description("Rows that had no vector.")] int WithoutVector);
