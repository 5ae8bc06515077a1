using System.Globalization;

namespace Atelier.Workspace.Tokens;

/// <summary>Names a token: <c>t3</c>. It is no secret.</summary>
public readonly record struct TokenId(long Value)
{
    /// <summary>Reads <c>t3</c>.</summary>
    public static bool TryParse(string? text, out TokenId token)
    {
        var ok = long.TryParse(text is ['t', ..] ? text.AsSpan(1) : [], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        token = new TokenId(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"t{Value}");
}
