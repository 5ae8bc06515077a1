using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Tells recipes from workflows by their shape.</summary>
internal static class RecipeDocument
{
    /// <summary>
    /// True for a recipe: <c>recipe:</c> or <c>stages:</c> at the top, or a single stage, <c>stage:</c> with <c>steps:</c> or <c>conditional_flows:</c>.
    /// No workflow has any of these keys.
    /// </summary>
    public static bool Is(YamlNode root) => root is YamlMap map && Is(map.Members.Select(static member => member.Name));

    /// <summary>
    /// Reads JSON-like recipes. True when the text is one, also when it is broken: then the root is null and the mistake is told.
    /// False: something else, and nothing was told.
    /// </summary>
    public static bool TryRead(string text, string file, DiagnosticBag diagnostics, out YamlNode? root)
    {
        root = null;
        var source = new SourceText(text.StartsWith('\uFEFF') ? text[1..] : text, file);
        if (source.Text.Length > LanguageLimits.DocumentBytes || !RecipeText.Looks(source.Text, out var named))
        {
            return false;
        }

        var keys = new List<string>();
        var found = new DiagnosticBag();
        root = RecipeText.Read(source, keys, found);
        var isRecipe = root is null ? named || Is(keys) : Is(root);
        if (isRecipe)
        {
            diagnostics.AddRange(found);
        }
        else if (named)
        {
            diagnostics.Error(DiagnosticCodes.RecipeSyntax, root!.Position, "This cannot be read as a recipe: it has neither `recipe`, `stages` nor `stage`.", "Write `\"stages\": [...]`.");
            root = null;
            return true;
        }
        else
        {
            root = null;
        }

        return isRecipe;
    }

    private static bool Is(IEnumerable<string> keys)
    {
        var all = keys.ToHashSet(StringComparer.Ordinal);
        return all.Contains("recipe") || all.Contains("stages") || all.Contains("conditional_flows") || (all.Contains("stage") && !all.Contains("uses"));
    }
}
