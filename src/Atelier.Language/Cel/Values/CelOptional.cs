namespace Atelier.Language.Cel.Values;

/// <summary>A value that may be absent: what <c>a.?b</c> gives.</summary>
public sealed class CelOptional : CelValue
{
    private CelOptional(CelValue? value) => Value = value;

    /// <summary>Absent.</summary>
    public static CelOptional None { get; } = new(null);

    /// <summary>The value, or null when it is absent.</summary>
    public CelValue? Value { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Optional;

    /// <inheritdoc/>
    public override CelType Type => CelType.Optional;

    /// <summary>Present.</summary>
    public static CelOptional Of(CelValue value) => new(value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is null ? 3 : HashCode.Combine(4, Value);

    /// <inheritdoc/>
    public override string ToString() => Value is null ? "optional.none()" : $"optional.of({Value})";
}
