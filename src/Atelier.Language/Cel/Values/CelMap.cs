using System.Collections;

namespace Atelier.Language.Cel.Values;

/// <summary>
/// A map. Derive from it to show something larger or slower as a map; a value that cannot be read is given as a
/// <see cref="CelErrorValue"/>. Enumeration has a stable order.
/// </summary>
public abstract class CelMap : CelValue, IEnumerable<KeyValuePair<CelValue, CelValue>>
{
    /// <summary>The map without entries.</summary>
    public static CelMap Empty { get; } = new StringMap(new Dictionary<string, CelValue>());

    /// <inheritdoc/>
    public sealed override CelKind Kind => CelKind.Map;

    /// <inheritdoc/>
    public sealed override CelType Type => CelType.Map;

    /// <summary>The number of entries.</summary>
    public abstract int Count { get; }

    /// <summary>Set when the map may not be walked: comprehensions, <c>==</c> and JSON then give this error. Single values stay readable.</summary>
    public virtual CelErrorValue? EnumerationError => null;

    /// <summary>A map over a dictionary that nobody changes any more.</summary>
    public static CelMap Of(IReadOnlyDictionary<string, CelValue> values) => new StringMap(values);

    /// <summary>A map over entries in their order; of two equal keys the later one counts.</summary>
    public static CelMap Of(IEnumerable<KeyValuePair<CelValue, CelValue>> entries)
    {
        var map = new OrderedDictionary<CelValue, CelValue>();
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return new GeneralMap(map);
    }

    /// <summary>Looks a string key up.</summary>
    public abstract bool TryGet(string key, out CelValue value);

    /// <summary>Looks a key up; a number matches a key of another numeric type that is the same number.</summary>
    public virtual bool TryGet(CelValue key, out CelValue value)
    {
        if (key is CelString text)
        {
            return TryGet(text.Value, out value);
        }

        value = CelNull.Instance;
        return false;
    }

    /// <inheritdoc/>
    public abstract IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(6, Count);

    /// <inheritdoc/>
    public override string ToString() => $"{{{string.Join(", ", this.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    internal static CelMap OfOrdered(OrderedDictionary<CelValue, CelValue> entries) => new GeneralMap(entries);

    private sealed class StringMap(IReadOnlyDictionary<string, CelValue> values) : CelMap
    {
        public override int Count => values.Count;

        public override bool TryGet(string key, out CelValue value)
        {
            if (values.TryGetValue(key, out var found))
            {
                value = found;
                return true;
            }

            value = CelNull.Instance;
            return false;
        }

        public override IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator()
        {
            foreach (var (key, value) in values)
            {
                yield return new(new CelString(key), value);
            }
        }
    }

    private sealed class GeneralMap(OrderedDictionary<CelValue, CelValue> entries) : CelMap
    {
        public override int Count => entries.Count;

        public override bool TryGet(string key, out CelValue value) => TryGet(new CelString(key), out value);

        public override bool TryGet(CelValue key, out CelValue value)
        {
            if (entries.TryGetValue(key, out var found))
            {
                value = found;
                return true;
            }

            value = CelNull.Instance;
            return false;
        }

        public override IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator() => entries.GetEnumerator();
    }
}
