using System.Globalization;

namespace Atelier.Workspace.Users;

/// <summary>Names a user: <c>u1</c>. Never given to another.</summary>
public readonly record struct UserId(long Value)
{
    /// <summary>Reads <c>u1</c>.</summary>
    public static bool TryParse(string? text, out UserId user)
    {
        var ok = long.TryParse(text is ['u', ..] ? text.AsSpan(1) : [], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        user = new UserId(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"u{Value}");
}
