using System.Text;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>A value as <c>%s</c> shows it: strings bare, lists and maps with brackets, maps sorted by their keys' text.</summary>
internal static class DisplayText
{
    /// <summary>Null when the value, or one inside it, has no text.</summary>
    public static string? Of(CelValue value, CelContext context)
    {
        var result = new StringBuilder();
        return Append(value, result, context) ? result.ToString() : null;
    }

    private static bool Append(CelValue value, StringBuilder result, CelContext context)
    {
        switch (value)
        {
            case CelErrorValue or CelOptional:
                return false;
            case CelBytes bytes:
                result.Append(Encoding.UTF8.GetString(bytes.Value.Span));
                return context.ChargeText(bytes.Value.Length);
            case CelString text:
                result.Append(text.Value);
                return context.ChargeText(text.Value.Length);
            case CelList list:
                return list.EnumerationError is null && AppendList(list, result, context);
            case CelMap map:
                return map.EnumerationError is null && AppendMap(map, result, context);
            default:
                result.Append(value);
                return context.Charge(1);
        }
    }

    private static bool AppendList(CelList list, StringBuilder result, CelContext context)
    {
        result.Append('[');
        var isFirst = true;
        foreach (var element in list)
        {
            result.Append(isFirst ? string.Empty : ", ");
            isFirst = false;
            if (!Append(element, result, context))
            {
                return false;
            }
        }

        result.Append(']');
        return true;
    }

    private static bool AppendMap(CelMap map, StringBuilder result, CelContext context)
    {
        if (!context.Charge(map.Count))
        {
            return false;
        }

        result.Append('{');
        var isFirst = true;
        foreach (var (key, value) in map.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal))
        {
            result.Append(isFirst ? string.Empty : ", ").Append(key).Append(": ");
            isFirst = false;
            if (!Append(value, result, context))
            {
                return false;
            }
        }

        result.Append('}');
        return true;
    }
}
