using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>
/// Patterns in RE2's syntax, run by .NET's automaton engine, which is linear in the text as RE2 is (word
/// boundaries in texts beyond ASCII apart: those run under a time limit). Compiled ones are kept, up to a number.
/// </summary>
internal static class Patterns
{
    private const int Kept = 500;
    private const int MaxPatternLength = 2_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<(string Pattern, bool AsciiText), Regex> Compiled = new();

    public static CelValue IsMatch(string pattern, string text)
    {
        try
        {
            var key = (pattern, Ascii.IsValid(text));
            if (!Compiled.TryGetValue(key, out var regex))
            {
                if (pattern.Length > MaxPatternLength)
                {
                    return Errors.Argument($"the pattern is longer than {MaxPatternLength} characters");
                }

                var translated = Re2Translator.Translate(pattern, key.Item2, out var usesLookAround);
                var engine = usesLookAround ? RegexOptions.None : RegexOptions.NonBacktracking;
                regex = new Regex(translated, engine | RegexOptions.CultureInvariant, Timeout);
                if (Compiled.Count >= Kept)
                {
                    Compiled.Clear();
                }

                Compiled[key] = regex;
            }

            return CelBool.Of(regex.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return Errors.Argument("the pattern takes too long to match");
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or FormatException)
        {
            return Errors.Argument($"invalid pattern: {exception.Message}");
        }
    }
}
