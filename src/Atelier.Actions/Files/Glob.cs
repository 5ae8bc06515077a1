using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Files;

/// <summary>
/// A pattern for relative paths with <c>/</c>: <c>*</c> and <c>?</c> stay inside one name, <c>**</c> crosses folders, <c>{a,b}</c> chooses,
/// <c>[a-z]</c> and <c>[!a-z]</c> name characters, <c>\</c> takes the next character as it is. A pattern without <c>/</c> is matched
/// against the last name alone, whatever the folder.
/// </summary>
internal sealed class Glob
{
    private const int MaxLength = 1_000;

    private readonly Regex _regex;
    private readonly bool _nameOnly;

    private Glob(Regex regex, bool nameOnly)
    {
        _regex = regex;
        _nameOnly = nameOnly;
    }

    /// <summary>Compiles a pattern; false with a clause that says what is wrong with it.</summary>
    public static bool TryParse(string pattern, bool ignoreCase, [NotNullWhen(true)] out Glob? glob, [NotNullWhen(false)] out string? mistake)
    {
        glob = null;
        mistake = null;
        if (pattern.Length is 0 or > MaxLength)
        {
            mistake = pattern.Length == 0 ? "the pattern is empty" : $"the pattern is longer than {MaxLength} characters";
            return false;
        }

        var text = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        if (!TryTranslate(text, out var regex, out var problem))
        {
            mistake = $"`{pattern}`: {problem}";
            return false;
        }

        // Linear time whatever the pattern: patterns come with workflows that others wrote.
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline | (ignoreCase ? RegexOptions.IgnoreCase : 0);
        try
        {
            glob = new Glob(new Regex(regex, options), !text.Contains('/', StringComparison.Ordinal));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            mistake = $"`{pattern}` is no pattern: {exception.Message}";
            return false;
        }
    }

    /// <summary>Whether a relative path with <c>/</c> fits.</summary>
    public bool IsMatch(string relative) =>
        _regex.IsMatch(_nameOnly ? relative.AsSpan(relative.LastIndexOf('/') + 1) : relative);

    private static bool TryTranslate(string pattern, out string regex, out string problem)
    {
        var text = new StringBuilder("^");
        var depth = 0;
        regex = problem = string.Empty;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    i++;
                    var opens = i < 2 || pattern[i - 2] is '/' or '{' or ',';
                    if (opens && i + 1 < pattern.Length && pattern[i + 1] == '/')
                    {
                        i++;
                        text.Append("(?:[^/]+/)*");
                    }
                    else
                    {
                        text.Append(".*");
                    }

                    break;
                case '*':
                    text.Append("[^/]*");
                    break;
                case '?':
                    text.Append("[^/]");
                    break;
                case '{':
                    depth++;
                    text.Append("(?:");
                    break;
                case ',' when depth > 0:
                    text.Append('|');
                    break;
                case '}' when depth > 0:
                    depth--;
                    text.Append(')');
                    break;
                case '[':
                    var end = pattern.IndexOf(']', Math.Min(i + 2, pattern.Length));
                    if (end < 0)
                    {
                        problem = "`[` has no `]`";
                        return false;
                    }

                    text.Append(Class(pattern[(i + 1)..end]));
                    i = end;
                    break;
                case '\\' when i + 1 < pattern.Length:
                    text.Append(Regex.Escape(pattern[++i].ToString()));
                    break;
                default:
                    text.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        problem = depth > 0 ? "`{` has no `}`" : string.Empty;
        regex = text.Append('$').Replace("$", "\\z", text.Length - 1, 1).ToString();
        return depth == 0;
    }

    private static string Class(string inside)
    {
        var negated = inside[0] is '!' or '^';
        var characters = (negated ? inside[1..] : inside).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("^", "\\^", StringComparison.Ordinal);
        return negated ? $"[^/{characters}]" : $"[{characters}]";
    }
}
