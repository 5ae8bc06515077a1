namespace Atelier.Language.Dialects.Recipes;

/// <summary>Names that people wrote, as names of workflows.</summary>
internal static class RecipeTitle
{
    /// <summary><c>Wedding Photography</c> is <c>wedding-photography</c>; a recipe without a name is <c>recipe</c>.</summary>
    public static string NameOf(string? title)
    {
        var parts = string.Concat((title ?? string.Empty).Normalize(System.Text.NormalizationForm.FormD).Select(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' ? char.ToLowerInvariant(character) : character is ' ' or '-' or '/' ? ' ' : '\0').Where(static character => character != '\0'))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', parts).Trim('_', '.');
        return name.Length == 0 ? "recipe" : name.Length > 200 ? name[..200] : name;
    }

    /// <summary>The title and the description, where they say more than the name.</summary>
    public static string? Description(RecipeDefinition recipe) =>
        recipe.Name is { } name && name.Text != NameOf(name.Text) ? recipe.Description is { } more ? $"{name.Text}: {more}" : name.Text : recipe.Description;
}
