using System.Globalization;

namespace Atelier.Workspace.Schedules;

/// <summary>Reads a field: <c>*</c>, <c>*/15</c>, <c>5</c>, <c>1-5</c>, <c>9-17/2</c>, <c>mon</c>, <c>mon-fri</c>, and lists of these with commas.</summary>
internal static class CronFieldText
{
    /// <summary>The field, or what is wrong with it.</summary>
    public static (CronField Field, string? Problem) Read(string text, CronFieldKind kind)
    {
        var mask = 0UL;
        foreach (var part in text.Split(','))
        {
            if (ReadPart(part, kind, ref mask) is { } problem)
            {
                return (default, $"{kind.Name} `{text}`: {problem}");
            }
        }

        if (ReferenceEquals(kind, CronFieldKind.DayOfWeek) && (mask >> 7 & 1) != 0)
        {
            mask = (mask | 1) & 0x7F;
        }

        return (new CronField(mask, text.StartsWith('*')), null);
    }

    private static string? ReadPart(string part, CronFieldKind kind, ref ulong mask)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var range = slash < 0 ? part : part[..slash];
        var step = 1;
        if (slash >= 0 && !(int.TryParse(part.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out step) && step > 0 && step <= kind.Max))
        {
            return $"`{part[(slash + 1)..]}` is no step; a step is a number from 1 to {kind.Max}";
        }

        int from = kind.Min, to = ReferenceEquals(kind, CronFieldKind.DayOfWeek) ? 6 : kind.Max;
        if (range != "*")
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            if (dash < 0 && slash >= 0)
            {
                return $"`{part}` has a step without a range; write `{range}-{to}/{step}`";
            }

            if (Value(dash < 0 ? range : range[..dash], kind) is not { } first || (dash < 0 ? first : Value(range[(dash + 1)..], kind)) is not { } last)
            {
                return $"`{range}` is neither `*` nor a number from {kind.Min} to {kind.Max}{(kind.Words.Count > 0 ? $", a name ({string.Join(' ', kind.Words)})" : string.Empty)} or a range of these";
            }

            (from, to) = (first, last);
            if (from > to)
            {
                return $"the range `{range}` goes backwards; write `{range[(dash + 1)..]}-{range[..dash]}`, or two ranges with a comma";
            }
        }

        for (var value = from; value <= to; value += step)
        {
            mask |= 1UL << value;
        }

        return null;
    }

    private static int? Value(string text, CronFieldKind kind)
    {
        for (var index = 0; index < kind.Words.Count; index++)
        {
            if (string.Equals(text, kind.Words[index], StringComparison.OrdinalIgnoreCase))
            {
                return kind.Min + index;
            }
        }

        return text.Length <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= kind.Min && number <= kind.Max ? number : null;
    }
}
