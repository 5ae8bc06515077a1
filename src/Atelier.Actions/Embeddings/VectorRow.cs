using System.Text.Json;

namespace Atelier.Actions.Embeddings;

/// <summary>A row with its vector, of length 1.</summary>
/// <param name="Key">The item's key; of inline rows and lines of a file their field <c>key</c>, else their number.</param>
/// <param name="Vector">Of length 1.</param>
/// <param name="Value">The whole value.</param>
internal sealed record VectorRow(string Key, float[] Vector, JsonElement Value);
