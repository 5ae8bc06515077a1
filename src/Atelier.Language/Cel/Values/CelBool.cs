namespace Atelier.Language.Cel.Values;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class CelBool : CelValue
{
    private CelBool(bool value) => Value = value;

    /// <summary><c>true</c>.</summary>
    public static CelBool True { get; } = new(true);

    /// <summary><c>false</c>.</summary>
    public static CelBool False { get; } = new(false);

    /// <summary>The value as .NET knows it.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Bool;

    /// <inheritdoc/>
    public override CelType Type => CelType.Bool;

    /// <summary>One of the two instances.</summary>
    public static CelBool Of(bool value) => value ? True : False;

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 1 : 2;

    /// <inheritdoc/>
    public override string ToString() => Value ? "true" : "false";
}
