namespace Atelier.Language.Cel.Values;

/// <summary><c>null</c>.</summary>
public sealed class CelNull : CelValue
{
    private CelNull()
    {
    }

    /// <summary>The only null.</summary>
    public static CelNull Instance { get; } = new();

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Null;

    /// <inheritdoc/>
    public override CelType Type => CelType.Null;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <inheritdoc/>
    public override string ToString() => "null";
}
