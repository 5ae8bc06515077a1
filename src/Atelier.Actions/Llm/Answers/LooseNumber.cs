using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Llm.Answers;

/// <summary>Reads numbers: those of JSON as they stand, <c>+5</c>, <c>.5</c>, <c>5.</c> and <c>1_000</c> without loss, nothing else (no <c>1,000</c>, <c>85%</c>, <c>1/2</c>).</summary>
internal static partial class LooseNumber
{
    /// <summary>Reads the number at the place; false with the refusal noted.</summary>
    public static bool TryRead(LooseText at, out JsonNode? value)
    {
        value = null;
        var match = Loose().Match(at.Text, at.At);
        if (!match.Success)
        {
            return at.Refuse("a number is none of JSON");
        }

        var end = at.At + match.Length;
        var next = at.After(end);
        if (next >= at.Text.Length)
        {
            return at.Refuse("the answer is cut off");
        }

        if (at.Text[next] is not (',' or '}' or ']') && !at.IsKey(next))
        {
            return at.Refuse($"`{at.Text.AsSpan(at.At, Math.Min(12, at.Text.Length - at.At))}` is no number");
        }

        var text = match.Value;
        if (!Strict().IsMatch(text))
        {
            at.Mend("the form of a number");
            text = Normal(text);
        }

        at.At = end;
        value = JsonValue.Create(JsonElement.Parse(text));
        return true;
    }

    /// <summary>Whether the whole text is a number of JSON.</summary>
    public static bool IsNumber(string text) => Strict().IsMatch(text);

    private static string Normal(string text)
    {
        text = text.Replace("_", string.Empty, StringComparison.Ordinal).TrimStart('+');
        var sign = text[0] == '-' ? "-" : string.Empty;
        var digits = text[sign.Length..];
        digits = digits[0] == '.' ? "0" + digits : digits;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return sign + (point >= 0 && (point + 1 == digits.Length || !char.IsAsciiDigit(digits[point + 1])) ? digits.Remove(point, 1) : digits);
    }

    [GeneratedRegex(@"\G[+-]?(?:(?:0|[1-9][0-9]*(?:_[0-9]{3})*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Strict();
}
