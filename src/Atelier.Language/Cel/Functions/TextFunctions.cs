using System.Text;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>Functions on whole strings: tests, case, <c>trim</c>, <c>reverse</c>, <c>replace</c>, <c>split</c>, <c>join</c>, <c>strings.quote</c>.</summary>
internal static class TextFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Receiver("contains", 1, (arguments, context) => Test(arguments, context, (text, part) => text.Contains(part, StringComparison.Ordinal)));
        library.Receiver("startsWith", 1, (arguments, context) => Test(arguments, context, (text, part) => text.StartsWith(part, StringComparison.Ordinal)));
        library.Receiver("endsWith", 1, (arguments, context) => Test(arguments, context, (text, part) => text.EndsWith(part, StringComparison.Ordinal)));
        library.Receiver("lowerAscii", 0, (arguments, context) => Change(arguments, context, text => Cased(text, 'A', 'Z', 32)));
        library.Receiver("upperAscii", 0, (arguments, context) => Change(arguments, context, text => Cased(text, 'a', 'z', -32)));
        library.Receiver("trim", 0, (arguments, context) => Change(arguments, context, text => text.Trim(Spaces)));
        library.Receiver("reverse", 0, (arguments, context) => Change(arguments, context, Reversed));
        library.Global("strings.quote", 1, (arguments, context) => Change(arguments, context, Quoted));
        library.Receiver("replace", 2, Replace);
        library.Receiver("replace", 3, Replace);
        library.Receiver("split", 1, Split);
        library.Receiver("split", 2, Split);
        library.Receiver("join", 0, Join);
        library.Receiver("join", 1, Join);
    }

    /// <summary>The code points with Unicode's White_Space property.</summary>
    private static readonly char[] Spaces =
    [
        '\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007',
        '\u2008', '\u2009', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000',
    ];

    private static CelBool? Test(ReadOnlySpan<CelValue> arguments, CelContext context, Func<string, string, bool> test)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelString part)
        {
            return null;
        }

        context.ChargeText(text.Value.Length);
        return CelBool.Of(test(text.Value, part.Value));
    }

    private static CelString? Change(ReadOnlySpan<CelValue> arguments, CelContext context, Func<string, string> change)
    {
        if (arguments[0] is not CelString text)
        {
            return null;
        }

        return context.ChargeText(text.Value.Length) ? new CelString(change(text.Value)) : text;
    }

    private static string Cased(string text, char from, char to, int shift) => string.Create(text.Length, (text, from, to, shift), static (target, state) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var unit = state.text[i];
            target[i] = unit >= state.from && unit <= state.to ? (char)(unit + state.shift) : unit;
        }
    });

    private static string Reversed(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = text.Length; i > 0;)
        {
            var width = i > 1 && CodePoints.WidthAt(text, i - 2) == 2 ? 2 : 1;
            i -= width;
            result.Append(text, i, width);
        }

        return result.ToString();
    }

    private static string Quoted(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\a' => result.Append("\\a"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                '\v' => result.Append("\\v"),
                '\\' => result.Append("\\\\"),
                '"' => result.Append("\\\""),
                _ => result.Append(unit),
            };
        }

        return result.Append('"').ToString();
    }

    private static CelValue? Replace(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelString old || arguments[2] is not CelString with)
        {
            return null;
        }

        long limit = -1;
        if (arguments.Length == 4)
        {
            if (arguments[3] is not CelInt count)
            {
                return null;
            }

            limit = count.Value;
        }

        return limit == 0 ? text : Replaced(text.Value, old.Value, with.Value, limit < 0 ? long.MaxValue : limit, context);
    }

    private static CelString Replaced(string text, string old, string with, long limit, CelContext context)
    {
        var result = new StringBuilder();
        var from = 0;
        for (; limit > 0; limit--)
        {
            var at = Next(text, old, from, result.Length == 0 && from == 0);
            if (at < 0 || !context.ChargeText(at - from + with.Length))
            {
                break;
            }

            result.Append(text, from, at - from).Append(with);
            from = at + old.Length;
            if (old.Length == 0 && at == text.Length)
            {
                return new CelString(result.ToString());
            }
        }

        context.ChargeText(text.Length - from);
        return new CelString(result.Append(text, from, text.Length - from).ToString());
    }

    /// <summary>Where the next match starts. The empty string matches before the first and after every code point.</summary>
    private static int Next(string text, string old, int from, bool isFirst) => old.Length > 0 ? text.IndexOf(old, from, StringComparison.Ordinal)
        : isFirst ? 0
        : from >= text.Length ? -1
        : from + CodePoints.WidthAt(text, from);

    private static CelList? Split(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelString separator || (arguments.Length == 3 && arguments[2] is not CelInt))
        {
            return null;
        }

        var limit = arguments.Length == 3 ? ((CelInt)arguments[2]).Value : -1;
        var parts = new List<CelValue>();
        var from = 0;
        context.ChargeText(text.Value.Length);
        while (limit != 0 && (limit < 0 || parts.Count < limit - 1) && context.Charge(1))
        {
            var at = separator.Value.Length > 0 ? text.Value.IndexOf(separator.Value, from, StringComparison.Ordinal)
                : from >= text.Value.Length ? -1
                : from + CodePoints.WidthAt(text.Value, from);
            if (at < 0 || (separator.Value.Length == 0 && at >= text.Value.Length))
            {
                break;
            }

            parts.Add(new CelString(text.Value[from..at]));
            from = at + separator.Value.Length;
        }

        if (limit != 0 && (separator.Value.Length > 0 || text.Value.Length > 0))
        {
            parts.Add(new CelString(text.Value[from..]));
        }

        return CelList.Of(parts);
    }

    private static CelValue? Join(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelList list || (arguments.Length == 2 && arguments[1] is not CelString))
        {
            return null;
        }

        var separator = arguments.Length == 2 ? ((CelString)arguments[1]).Value : string.Empty;
        if (list.EnumerationError is { } error)
        {
            return error;
        }

        var result = new StringBuilder();
        var isFirst = true;
        foreach (var element in list)
        {
            if (element is not CelString part)
            {
                return element as CelErrorValue;
            }

            if (!context.ChargeText((long)separator.Length + part.Value.Length))
            {
                break;
            }

            result.Append(isFirst ? string.Empty : separator).Append(part.Value);
            isFirst = false;
        }

        return new CelString(result.ToString());
    }
}
