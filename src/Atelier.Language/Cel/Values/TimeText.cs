using System.Globalization;

namespace Atelier.Language.Cel.Values;

/// <summary>Timestamps (<c>2026-01-31T12:00:00.5+01:00</c>) and durations (<c>1h2m3.5s</c>) as text.</summary>
internal static class TimeText
{
    public static string Format(CelTimestamp value)
    {
        var (year, month, day) = Calendar.FromDays(Math.DivRem(value.Seconds, 86_400).Quotient - (value.Seconds % 86_400 < 0 ? 1 : 0));
        var rest = (int)(((value.Seconds % 86_400) + 86_400) % 86_400);
        var text = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}T{rest / 3600:D2}:{rest / 60 % 60:D2}:{rest % 60:D2}");
        return text + Fraction(value.Nanos) + "Z";
    }

    public static string Format(CelDuration value)
    {
        var magnitude = Math.Abs(value.TotalNanoseconds);
        var sign = value.TotalNanoseconds < 0 ? "-" : string.Empty;
        var fraction = ((int)(magnitude % 1_000_000_000)).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        var whole = (magnitude / 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        return fraction.Length == 0 ? $"{sign}{whole}s" : $"{sign}{whole}.{fraction}s";
    }

    /// <summary>Null when the text is no RFC 3339 time or out of range.</summary>
    public static CelTimestamp? ParseTimestamp(string text)
    {
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':'
            || !Digits(text, 0, 4, out var year) || !Digits(text, 5, 2, out var month) || !Digits(text, 8, 2, out var day)
            || !Digits(text, 11, 2, out var hour) || !Digits(text, 14, 2, out var minute) || !Digits(text, 17, 2, out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        var position = 19;
        if (!ReadFraction(text, ref position, out var nanos) || !ReadZone(text, position, out var offset))
        {
            return null;
        }

        var seconds = (Calendar.ToDays(year, month, day) * 86_400) + (hour * 3600) + (minute * 60) + second - offset;
        return CelTimestamp.TryCreate(seconds, nanos);
    }

    /// <summary>Null when the text is no duration or out of range.</summary>
    public static CelDuration? ParseDuration(string text)
    {
        var position = 0;
        var negative = text.StartsWith('-');
        if (negative || text.StartsWith('+'))
        {
            position++;
        }

        if (text.AsSpan(position) is "0")
        {
            return CelDuration.TryCreate(0);
        }

        var any = false;
        Int128 total = 0;
        while (position < text.Length)
        {
            if (!ReadPart(text, ref position, out var part))
            {
                return null;
            }

            total += part;
            any = true;
        }

        return any ? CelDuration.TryCreate(negative ? -total : total) : null;
    }

    private static bool ReadPart(string text, ref int position, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
        {
            position++;
        }

        var number = text.AsSpan(start, position - start);
        var unitStart = position;
        while (position < text.Length && !char.IsAsciiDigit(text[position]) && text[position] != '.')
        {
            position++;
        }

        Int128 unit = text.AsSpan(unitStart, position - unitStart) switch
        {
            "h" => 3_600_000_000_000,
            "m" => 60_000_000_000,
            "s" => 1_000_000_000,
            "ms" => 1_000_000,
            "us" or "µs" or "μs" => 1_000,
            "ns" => 1,
            _ => 0,
        };
        var dot = number.IndexOf('.');
        var whole = dot < 0 ? number : number[..dot];
        var fraction = dot < 0 ? [] : number[(dot + 1)..];
        if (unit == 0 || whole.Length + fraction.Length == 0 || whole.Length > 20 || fraction.Contains('.'))
        {
            return false;
        }

        nanoseconds = (whole.Length == 0 ? 0 : Int128.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture)) * unit;
        Int128 scale = 1;
        foreach (var digit in fraction[..Math.Min(fraction.Length, 18)])
        {
            scale *= 10;
            nanoseconds += (digit - '0') * unit / scale;
        }

        return true;
    }

    private static bool ReadFraction(string text, ref int position, out int nanos)
    {
        nanos = 0;
        if (position >= text.Length || text[position] != '.')
        {
            return true;
        }

        var start = ++position;
        var scale = 100_000_000;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            nanos += (text[position++] - '0') * scale;
            scale /= 10;
        }

        return position > start;
    }

    private static bool ReadZone(string text, int position, out int offsetSeconds)
    {
        offsetSeconds = 0;
        if (position == text.Length - 1 && text[position] is 'Z' or 'z')
        {
            return true;
        }

        if (position != text.Length - 6 || text[position] is not ('+' or '-') || text[position + 3] != ':'
            || !Digits(text, position + 1, 2, out var hours) || !Digits(text, position + 4, 2, out var minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        offsetSeconds = ((hours * 3600) + (minutes * 60)) * (text[position] == '-' ? -1 : 1);
        return true;
    }

    private static string Fraction(int nanos) => nanos switch
    {
        0 => string.Empty,
        _ when nanos % 1_000_000 == 0 => $".{nanos / 1_000_000:D3}",
        _ when nanos % 1_000 == 0 => $".{nanos / 1_000:D6}",
        _ => $".{nanos:D9}",
    };

    private static bool Digits(string text, int start, int count, out int value)
    {
        value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }
}
