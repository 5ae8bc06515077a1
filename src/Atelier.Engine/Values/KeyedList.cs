using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Values;

/// <summary>A list whose elements have keys of their own.</summary>
internal sealed class KeyedList(IReadOnlyList<string> keys, IReadOnlyList<CelValue> values) : CelList
{
    public IReadOnlyList<string> Keys { get; } = keys;

    /// <inheritdoc />
    public override int Count => values.Count;

    /// <inheritdoc />
    public override CelValue this[int index] => values[index];
}
