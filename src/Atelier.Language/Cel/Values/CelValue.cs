namespace Atelier.Language.Cel.Values;

/// <summary>
/// A value of the expression language. Immutable; the closed set of cases is listed by <see cref="CelKind"/>.
/// <see cref="object.Equals(object)"/> is CEL equality, except that a value always equals itself (NaN too).
/// </summary>
public abstract class CelValue : IEquatable<CelValue>
{
    private protected CelValue()
    {
    }

    /// <summary>Which case this is.</summary>
    public abstract CelKind Kind { get; }

    /// <summary>The type that <c>type(x)</c> gives.</summary>
    public abstract CelType Type { get; }

    /// <summary>True for a value that stands for a failed evaluation.</summary>
    public bool IsError => Kind == CelKind.Error;

    /// <summary>
    /// Equality as the expression language defines it: numbers of different types are equal when they are the same number, values of
    /// other different types never are, NaN equals nothing.
    /// </summary>
    public static bool CelEquals(CelValue left, CelValue right) => ValueEquality.AreEqual(left, right);

    /// <inheritdoc/>
    public bool Equals(CelValue? other) => other is not null && (ReferenceEquals(this, other) || ValueEquality.AreEqual(this, other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is CelValue other && Equals(other);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
