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

    // An automaton steps through about so many states in the time of one evaluation step.
    private const int StatesPerUnit = 64;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<(string Pattern, bool AsciiText), CompiledPattern> Compiled = new();

    public static CelValue IsMatch(string pattern, string text, CelContext context)
    {
        if (pattern.Length > MaxPatternLength)
        {
            return Errors.Argument($"the pattern is longer than {MaxPatternLength} characters");
        }

        try
        {
            var compiled = Find(pattern, Ascii.IsValid(text));
            return context.Charge(4 + (text.Length * (1 + (compiled.Size / StatesPerUnit)))) ? CelBool.Of(compiled.Regex.IsMatch(text)) : CelBool.False;
        }
        catch (RegexMatchTimeoutException)
        {
            return Errors.Argument("the pattern takes too long to match");
        }
        catch (NotSupportedException)
        {
            return Errors.Argument("invalid pattern: its repetitions are too large");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return Errors.Argument($"invalid pattern: {exception.Message}");
        }
    }

    private static CompiledPattern Find(string pattern, bool asciiText)
    {
        if (Compiled.TryGetValue((pattern, asciiText), out var known))
        {
            return known;
        }

        var translation = Re2Translator.Translate(pattern, asciiText);
        var engine = translation.UsesLookAround ? RegexOptions.None : RegexOptions.NonBacktracking;
        var compiled = new CompiledPattern(new Regex(translation.Text, engine | RegexOptions.CultureInvariant, Timeout), translation.Size);
        if (Compiled.Count >= Kept)
        {
            Compiled.Clear();
        }

        return Compiled[(pattern, asciiText)] = compiled;
    }
}
