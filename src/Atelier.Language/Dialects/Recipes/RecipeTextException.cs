namespace Atelier.Language.Dialects.Recipes;

/// <summary>Ends the reading of a recipe; never leaves <see cref="RecipeText"/>.</summary>
internal sealed class RecipeTextException(string code, int at, string message, string? remedy) : Exception(message)
{
    /// <summary>The mistake's code.</summary>
    public string Code { get; } = code;

    /// <summary>Index of the character where it stands.</summary>
    public int At { get; } = at;

    /// <summary>What to do.</summary>
    public string? Remedy { get; } = remedy;
}
