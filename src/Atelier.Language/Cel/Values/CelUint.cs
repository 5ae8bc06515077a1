using System.Globalization;

namespace Atelier.Language.Cel.Values;

/// <summary>An unsigned 64-bit integer.</summary>
public sealed class CelUint(ulong value) : CelValue
{
    /// <summary>The number.</summary>
    public ulong Value { get; } = value;

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Uint;

    /// <inheritdoc/>
    public override CelType Type => CelType.Uint;

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.Hash(Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
