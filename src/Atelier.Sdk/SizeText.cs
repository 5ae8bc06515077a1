using System.Globalization;

namespace Atelier.Sdk;

/// <summary>Sizes of memory as people write them: <c>6GB</c> (10^9), <c>4GiB</c> (2^30), <c>512 MB</c>, <c>1500000</c>.</summary>
public static class SizeText
{
    private static readonly (string Unit, double Bytes)[] Units =
        [("TIB", 1L << 40), ("GIB", 1 << 30), ("MIB", 1 << 20), ("KIB", 1 << 10), ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3), ("B", 1)];

    /// <summary>Reads bytes; false for what is no size, is negative, or is above 8 EB.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var number = text.Trim();
        var factor = 1.0;
        foreach (var (unit, size) in Units)
        {
            if (number.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                number = number[..^unit.Length].TrimEnd();
                factor = size;
                break;
            }
        }

        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value * factor >= long.MaxValue)
        {
            return false;
        }

        bytes = (long)Math.Round(value * factor);
        return true;
    }

    /// <summary><c>605 MB</c>, <c>1.2 GB</c>: decimal units, three digits.</summary>
    public static string Format(long bytes)
    {
        var (unit, size) = bytes >= 1_000_000_000 ? ("GB", 1e9) : bytes >= 1_000_000 ? ("MB", 1e6) : bytes >= 1000 ? ("KB", 1e3) : ("B", 1);
        var value = bytes / size;
        return string.Create(CultureInfo.InvariantCulture, $"{(value >= 100 || size == 1 ? Math.Round(value) : Math.Round(value, 1)):0.#} {unit}");
    }
}
