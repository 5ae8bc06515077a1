using System.Globalization;

namespace Atelier.Engine.Runs;

/// <summary>
/// One entering of a block's body: the number of the block's instance in the upper 31 bits, the ordinal of the item or
/// iteration in the lower 32. The workflow's own body is scope 0. So a scope needs no row of its own.
/// </summary>
public readonly record struct ScopeId(long Value)
{
    /// <summary>The workflow's own body.</summary>
    public static ScopeId Root => default;

    /// <summary>The scope of an item or iteration.</summary>
    public static ScopeId Of(int block, long ordinal) => new(((long)block << 32) | ordinal);

    /// <summary>Number of the block's instance; 0 for the workflow's own body.</summary>
    public int Block => (int)(Value >> 32);

    /// <summary>0-based position in the block.</summary>
    public long Ordinal => Value & 0xFFFF_FFFF;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Block}:{Ordinal}");
}
