using System.Text.Json;

namespace Atelier.Actions.Embeddings;

/// <summary>Keeps the nearest rows to a vector out of many: exact, in one pass, holding no more than it yields. Equal scores go by key.</summary>
internal sealed class NearestRows(float[] query, int top, double threshold)
{
    private readonly float[] _query = VectorMath.Normalize([.. query]);
    private readonly SortedSet<(double Score, string Key, VectorRow Row)> _kept = new(Comparer<(double Score, string Key, VectorRow Row)>.Create(static (a, b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Key, b.Key)));

    /// <summary>Looks at a row.</summary>
    public void Offer(VectorRow row)
    {
        var score = Math.Round(Math.Clamp(VectorMath.Dot(_query, row.Vector), -1f, 1f), 6);
        if (score < threshold || (_kept.Count == top && _kept.Max.Score > score))
        {
            return;
        }

        _kept.Add((score, row.Key, row));
        if (_kept.Count > top)
        {
            _kept.Remove(_kept.Max);
        }
    }

    /// <summary>Best first; values without what lies at the first part of <paramref name="path"/>.</summary>
    public IReadOnlyList<NearestRow> Best(string path)
    {
        var member = path.Split('.')[0];
        return [.. _kept.Select(kept => new NearestRow(kept.Key, kept.Score, Without(kept.Row.Value, member)))];
    }

    private static JsonElement Without(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Object
            ? JsonSerializer.SerializeToElement(value.EnumerateObject().Where(field => field.Name != member).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value))
            : JsonSerializer.SerializeToElement<object?>(null);
}
