using System.Text;
using Atelier.Language.Cel;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Conditions of recipes: CEL over the results' names, with <c>and</c>, <c>or</c> and <c>not</c> read as well.</summary>
internal static class RecipeCondition
{
    private static readonly (string Word, string Cel)[] Words = [("and", "&& "), ("or", "||"), ("not", "!  "), ("True", "true"), ("False", "false ")];

    /// <summary>The references of a condition; null, with the mistake told, when it cannot be read.</summary>
    public static CelExpression? Parse(YamlScalar condition, DiagnosticBag diagnostics)
    {
        var parsed = CelExpression.Parse(Text(condition), WorkflowExpressions.Options);
        foreach (var mistake in parsed.Errors)
        {
            diagnostics.Error(DiagnosticCodes.RecipeBadCondition, condition.PositionAt(mistake.Offset), $"This condition cannot be read: {mistake.Message}.", "Write it such as `detected_objects.count > 0 && quality.technical_score > 6`.");
        }

        return parsed.Expression;
    }

    /// <summary>The condition with each reference replaced.</summary>
    public static string Rewrite(CelExpression expression, Func<CelReference, string> resolve)
    {
        var text = new StringBuilder(expression.Text);
        foreach (var reference in expression.References.OrderByDescending(static reference => reference.Offset))
        {
            text.Remove(reference.Offset, reference.Length).Insert(reference.Offset, resolve(reference));
        }

        return text.ToString().Trim();
    }

    // Words are replaced by as many characters, so that places stay right.
    private static string Text(YamlScalar condition)
    {
        var text = new StringBuilder(condition.Text);
        var quote = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            if (quote != '\0')
            {
                quote = text[at] == quote ? '\0' : quote;
            }
            else if (text[at] is '"' or '\'')
            {
                quote = text[at];
            }
            else if (IsWordStart(text, at))
            {
                foreach (var (word, cel) in Words)
                {
                    if (Stands(text, at, word))
                    {
                        text.Remove(at, word.Length).Insert(at, cel[..word.Length]);
                        break;
                    }
                }
            }
        }

        return text.ToString();
    }

    private static bool IsWordStart(StringBuilder text, int at) => char.IsAsciiLetter(text[at]) && (at == 0 || !IsWord(text[at - 1]));

    private static bool Stands(StringBuilder text, int at, string word)
    {
        if (at + word.Length > text.Length || (at + word.Length < text.Length && IsWord(text[at + word.Length])))
        {
            return false;
        }

        for (var index = 0; index < word.Length; index++)
        {
            if (text[at + index] != word[index])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '.';
}
