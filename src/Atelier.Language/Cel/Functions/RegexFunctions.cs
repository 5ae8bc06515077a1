using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>matches(text, pattern)</c> and <c>text.matches(pattern)</c>: true when some part of the text matches.</summary>
internal static class RegexFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("matches", 2, Matches);
        library.Receiver("matches", 1, Matches);
    }

    private static CelValue? Matches(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelString pattern)
        {
            return null;
        }

        return context.ChargePattern(pattern.Value) ? Patterns.IsMatch(pattern.Value, text.Value, context) : CelBool.False;
    }
}
