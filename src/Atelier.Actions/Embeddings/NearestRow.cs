using System.Text.Json;

namespace Atelier.Actions.Embeddings;

/// <summary>A row found.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Score">Cosine similarity, -1 to 1.</param>
/// <param name="Value">Its value without the vector.</param>
internal sealed record NearestRow(string Key, double Score, JsonElement Value);
