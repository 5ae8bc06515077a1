using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// Recipe to canonical document. The stages become maps over the photos; where an action works over all photos they wait for each other, and the next map goes
/// on with those that are left, under their own keys. The page <c>docs/specs/recipe-dialect.md</c> says it all.
/// </summary>
internal static class RecipeCompiler
{
    /// <summary>The canonical document, at the places of the recipe; null, with the mistakes told, when there is none.</summary>
    public static YamlNode? Compile(YamlNode root, DiagnosticBag diagnostics)
    {
        var recipe = new RecipeReader(diagnostics).Read(root);
        if (recipe is null || diagnostics.HasErrors)
        {
            return null;
        }

        var operations = new RecipeBinder(recipe, diagnostics).Bind();
        operations = new RecipeImplied(recipe, diagnostics).Complete(operations);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        var document = new RecipeEmitter(recipe, diagnostics).Emit(operations);
        return diagnostics.HasErrors ? null : document;
    }
}
