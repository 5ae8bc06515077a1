namespace Atelier.Language.Cel.Values;

/// <summary>A string. Its length and its indexes count Unicode code points.</summary>
public sealed class CelString(string value) : CelValue
{
    /// <summary>The empty string.</summary>
    public static CelString Empty { get; } = new(string.Empty);

    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.String;

    /// <inheritdoc/>
    public override CelType Type => CelType.String;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
