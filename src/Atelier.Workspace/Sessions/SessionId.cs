using System.Globalization;

namespace Atelier.Workspace.Sessions;

/// <summary>Names a session in lists: <c>s5</c>. It is no secret, and opens nothing.</summary>
public readonly record struct SessionId(long Value)
{
    /// <summary>Reads <c>s5</c>.</summary>
    public static bool TryParse(string? text, out SessionId session)
    {
        var ok = long.TryParse(text is ['s', ..] ? text.AsSpan(1) : [], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        session = new SessionId(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"s{Value}");
}
