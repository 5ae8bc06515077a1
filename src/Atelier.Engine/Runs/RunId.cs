using System.Globalization;

namespace Atelier.Engine.Runs;

/// <summary>Names a run in its home: <c>r17</c>. Numbers grow with time and are never reused.</summary>
public readonly record struct RunId(long Value) : IComparable<RunId>
{
    /// <summary>Reads <c>r17</c> or <c>17</c>.</summary>
    public static bool TryParse(string? text, out RunId run)
    {
        var digits = text.AsSpan();
        if (digits is ['r', ..])
        {
            digits = digits[1..];
        }

        var ok = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        run = new RunId(value);
        return ok;
    }

    /// <inheritdoc />
    public int CompareTo(RunId other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"r{Value}");
}
