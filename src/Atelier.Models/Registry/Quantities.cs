using System.Globalization;

namespace Atelier.Models.Registry;

/// <summary>Times as people write them, sizes as people read them.</summary>
internal static class Quantities
{
    private static readonly (string Unit, double Milliseconds)[] Times = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary><c>5ms</c>, <c>2s</c>, <c>10m</c>, <c>1h</c>; null: it is no time.</summary>
    public static TimeSpan? ParseTime(string text)
    {
        foreach (var (unit, milliseconds) in Times)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && Number(text[..^unit.Length]) is { } count)
            {
                return TimeSpan.FromMilliseconds(count * milliseconds);
            }
        }

        return null;
    }

    /// <summary><c>605 MB</c>, <c>1.2 GB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (bytes / 1e9).ToString("0.#", CultureInfo.InvariantCulture) + " GB",
        >= 1_000_000 => (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB",
        _ => (bytes / 1e3).ToString("0", CultureInfo.InvariantCulture) + " KB",
    };

    private static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e15 ? number : null;
}
