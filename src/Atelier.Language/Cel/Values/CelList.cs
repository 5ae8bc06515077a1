using System.Collections;

namespace Atelier.Language.Cel.Values;

/// <summary>
/// A list. Derive from it to show something larger or slower as a list; an element that cannot be read is given as a
/// <see cref="CelErrorValue"/>.
/// </summary>
public abstract class CelList : CelValue, IReadOnlyList<CelValue>
{
    /// <summary>The list without elements.</summary>
    public static CelList Empty { get; } = new ArrayList([]);

    /// <inheritdoc/>
    public sealed override CelKind Kind => CelKind.List;

    /// <inheritdoc/>
    public sealed override CelType Type => CelType.List;

    /// <summary>The number of elements.</summary>
    public abstract int Count { get; }

    /// <summary>
    /// Set when the list may not be walked (too large, gone): comprehensions, <c>in</c>, <c>==</c>, <c>+</c> and JSON then give this error. Its
    /// size and single elements stay readable.
    /// </summary>
    public virtual CelErrorValue? EnumerationError => null;

    /// <summary>UTF-8 JSON that stands for the list when it is stored, instead of its elements; empty: its elements do.</summary>
    public virtual ReadOnlyMemory<byte> StoredForm => default;

    /// <summary>An element; the index is in range.</summary>
    public abstract CelValue this[int index] { get; }

    /// <summary>A list over values that nobody changes any more.</summary>
    public static CelList Of(IReadOnlyList<CelValue> values) => values.Count == 0 ? Empty : new ArrayList(values);

    /// <inheritdoc/>
    public virtual IEnumerator<CelValue> GetEnumerator()
    {
        var count = Count;
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(5, Count);

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    private sealed class ArrayList(IReadOnlyList<CelValue> values) : CelList
    {
        public override int Count => values.Count;

        public override CelValue this[int index] => values[index];

        public override IEnumerator<CelValue> GetEnumerator() => values.GetEnumerator();
    }
}
