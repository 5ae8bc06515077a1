using Atelier.Language.Dialects.Recipes;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects;

/// <summary>Text of any dialect to the canonical form.</summary>
internal static class DocumentReader
{
    /// <summary>Null when the text cannot be read, with the reason told.</summary>
    public static CanonicalDocument? Read(string text, string file, DiagnosticBag diagnostics)
    {
        if (RecipeDocument.TryRead(text, file, diagnostics, out var recipe))
        {
            return recipe is null ? null : Convert(recipe, diagnostics);
        }

        var found = new DiagnosticBag();
        var root = YamlReader.Read(text, file, found);
        if (root is not null && RecipeDocument.Is(root))
        {
            return YamlReader.Read(text, file, diagnostics, keepRepeated: true) is { } whole ? Convert(whole, diagnostics) : null;
        }

        diagnostics.AddRange(found);
        return root is null ? null : new CanonicalDocument(root, text, Dialect.Workflow);
    }

    private static CanonicalDocument? Convert(YamlNode recipe, DiagnosticBag diagnostics) =>
        RecipeCompiler.Compile(recipe, diagnostics) is { } root ? new CanonicalDocument(root, YamlWriter.Write(root), Dialect.Recipe) : null;
}
