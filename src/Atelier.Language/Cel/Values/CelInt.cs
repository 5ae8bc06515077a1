using System.Globalization;

namespace Atelier.Language.Cel.Values;

/// <summary>A signed 64-bit integer.</summary>
public sealed class CelInt(long value) : CelValue
{
    private const int SmallFrom = -128;
    private const int SmallTo = 1024;
    private static readonly CelInt[] Small = [.. Enumerable.Range(SmallFrom, SmallTo - SmallFrom).Select(number => new CelInt(number))];

    /// <summary>The number.</summary>
    public long Value { get; } = value;

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Int;

    /// <inheritdoc/>
    public override CelType Type => CelType.Int;

    /// <summary>The value of a number; small ones are shared.</summary>
    public static CelInt Of(long value) => value is >= SmallFrom and < SmallTo ? Small[value - SmallFrom] : new CelInt(value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
