using Atelier.Engine.Runs;
using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Values;

/// <summary>
/// Rows of a paged step or items of a block, as a value: a list that is read from the store when someone walks it, up to
/// <see cref="MaxAsList"/> elements; a for_each or an action reads it by pages whatever its size.
/// </summary>
internal sealed class ItemsValue(RunId run, int source, int block, long count, string hash, IItemsReader reader) : CelList
{
    /// <summary>Largest number of rows that an expression may walk.</summary>
    public const int MaxAsList = 10_000;

    private CelValue[]? _values;

    public RunId Run { get; } = run;

    /// <summary>The source whose rows they are.</summary>
    public int Source { get; } = source;

    /// <summary>The block whose items they are; 0: plain rows of the source.</summary>
    public int Block { get; } = block;

    public long Rows { get; } = count;

    /// <summary>Order-free hash of keys, outcomes and values, hexadecimal.</summary>
    public string Hash { get; } = hash;

    /// <inheritdoc />
    public override ReadOnlyMemory<byte> StoredForm => ItemsHandle.Of(this);

    /// <inheritdoc />
    public override int Count => (int)Math.Min(Rows, int.MaxValue);

    /// <inheritdoc />
    public override CelErrorValue? EnumerationError => Rows <= MaxAsList
        ? null
        : new CelErrorValue("ATL2105", $"{Rows} items are too many for a list in an expression (at most {MaxAsList}). Use for_each or an action that takes rows.");

    /// <inheritdoc />
    public override CelValue this[int index] => Rows <= MaxAsList ? (_values ??= reader.ReadAll(this))[index] : reader.ReadOne(this, index);
}

/// <summary>Reads rows for <see cref="ItemsValue"/>.</summary>
internal interface IItemsReader
{
    /// <summary>All rows, in source order.</summary>
    CelValue[] ReadAll(ItemsValue items);

    /// <summary>One row.</summary>
    CelValue ReadOne(ItemsValue items, long ordinal);
}
