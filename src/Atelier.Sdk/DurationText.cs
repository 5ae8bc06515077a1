using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Atelier.Sdk;

/// <summary>
/// Durations as people write them in workflows: numbers with units, largest unit first, each unit once:
/// <c>250ms</c>, <c>1.5s</c>, <c>2m</c>, <c>1h30m</c>, <c>7d</c>, <c>2w</c>. Never negative; at most 36500 days.
/// </summary>
public static class DurationText
{
    /// <summary>The longest duration that is read: 36500 days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    // Largest first: the order in which units are written and must be read.
    private static readonly (string Name, long Ticks)[] Units =
    [
        ("w", 7 * TimeSpan.TicksPerDay),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
        ("us", TimeSpan.TicksPerMicrosecond),
    ];

    /// <summary>Reads <c>1h30m</c>; false with <paramref name="mistake"/>, a clause that says what is wrong.</summary>
    public static bool TryParse(string? text, out TimeSpan duration, [NotNullWhen(false)] out string? mistake)
    {
        duration = default;
        mistake = null;
        var rest = (text ?? string.Empty).AsSpan().Trim();
        if (rest.IsEmpty)
        {
            mistake = "the duration is empty; write it as `90s`, `5m` or `1h30m`";
            return false;
        }

        if (rest is "0")
        {
            return true;
        }

        var total = 0m;
        var nextUnit = 0;
        while (!rest.IsEmpty)
        {
            if (!TryTakeNumber(ref rest, out var number) || !TryTakeUnit(ref rest, out var unit))
            {
                mistake = $"`{text}` is not a duration; write numbers with units, such as `90s`, `5m` or `1h30m` (units: w d h m s ms us)";
                return false;
            }

            if (unit < nextUnit)
            {
                mistake = $"`{text}` is not a duration: units go from large to small, each once (w d h m s ms us)";
                return false;
            }

            nextUnit = unit + 1;
            total += number * Units[unit].Ticks;
            if (total > Longest.Ticks)
            {
                mistake = $"`{text}` is longer than 36500 days";
                return false;
            }
        }

        duration = TimeSpan.FromTicks((long)decimal.Round(total));
        return true;
    }

    /// <summary>Reads <c>1h30m</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out TimeSpan duration) => TryParse(text, out duration, out _);

    /// <summary>Writes the shortest exact text: <c>1h30m</c>, <c>1.5s</c>, <c>250ms</c>, <c>0s</c>. Negative durations are zero.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
        {
            return "0s";
        }

        var text = new StringBuilder();
        var ticks = duration.Ticks;
        foreach (var (name, size) in Units.AsSpan(1, 3))
        {
            if (ticks >= size)
            {
                text.Append(ticks / size).Append(name);
                ticks %= size;
            }
        }

        if (ticks > 0)
        {
            var (name, size) = ticks >= TimeSpan.TicksPerSecond || text.Length > 0 ? Units[4] : ticks >= TimeSpan.TicksPerMillisecond ? Units[5] : Units[6];
            text.Append(((decimal)ticks / size).ToString("0.#######", CultureInfo.InvariantCulture)).Append(name);
        }

        return text.ToString();
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, out decimal number)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] == '.'))
        {
            length++;
        }

        number = 0;
        var digits = rest[..length];
        rest = rest[length..];

        // 28 digits are what a decimal holds; longer text is no duration anyone means.
        var read = length is > 0 and <= 20
            && char.IsAsciiDigit(digits[0])
            && char.IsAsciiDigit(digits[^1])
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

        // Keeps the product with the largest unit inside a decimal.
        return read && number <= 1_000_000_000_000_000m;
    }

    private static bool TryTakeUnit(ref ReadOnlySpan<char> rest, out int unit)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetterLower(rest[length]))
        {
            length++;
        }

        var name = rest[..length];
        rest = rest[length..];
        for (unit = 0; unit < Units.Length; unit++)
        {
            if (name.SequenceEqual(Units[unit].Name))
            {
                return true;
            }
        }

        return false;
    }
}
