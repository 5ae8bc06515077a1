namespace Atelier.Language.Cel.Values;

/// <summary>An IEEE 754 double.</summary>
public sealed class CelDouble(double value) : CelValue
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Double;

    /// <inheritdoc/>
    public override CelType Type => CelType.Double;

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.Hash(Value);

    /// <inheritdoc/>
    public override string ToString() => Numbers.Text(Value);
}
