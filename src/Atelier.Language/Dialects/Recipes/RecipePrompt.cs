using Atelier.Language.Cel.Syntax;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Prompts of recipes: <c>${name}</c> stands for a variable.</summary>
internal static class RecipePrompt
{
    /// <summary>The pieces: literal text, or a variable's name with the place where it stands. A <c>${</c> that is no variable is told and kept as text.</summary>
    public static IEnumerable<(string Text, string? Variable, SourcePosition Position)> Pieces(YamlScalar prompt, DiagnosticBag? diagnostics)
    {
        var text = prompt.Text;
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf('}', start);
            var name = end < 0 ? string.Empty : text[(start + 2)..end].Trim();
            if (name.Length == 0 || !name.Split('.').All(CelWords.IsName))
            {
                diagnostics?.Error(DiagnosticCodes.RecipeBadVariable, prompt.PositionAt(start), "`${` begins no variable here.", "Write `${name}`.");
                yield return (text[at..(start + 2)], null, prompt.Position);
                at = start + 2;
                continue;
            }

            yield return (text[at..start], null, prompt.Position);
            yield return (string.Empty, name, prompt.PositionAt(start + 2));
            at = end + 1;
        }

        yield return (text[at..], null, prompt.Position);
    }

    /// <summary>Literal text of a template.</summary>
    public static string Literal(string text) => text.Replace("${", "$${", StringComparison.Ordinal);
}
