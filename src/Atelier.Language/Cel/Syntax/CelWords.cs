using System.Collections.Frozen;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Syntax;

/// <summary>The words that cannot be names.</summary>
public static class CelWords
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.Create("true", "false", "null", "in");

    private static readonly FrozenSet<string> ReservedWords = FrozenSet.Create(
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while");

    /// <summary>True for a word with a meaning, which can be neither a name nor a field after a dot.</summary>
    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>True for a word that is kept free: no name, but a field after a dot.</summary>
    public static bool IsReserved(string word) => ReservedWords.Contains(word);

    /// <summary>True when an expression can use the text as a name: an identifier and no reserved word.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !IsKeyword(text) && !IsReserved(text);

    internal static CelValue? Constant(string word) => word switch
    {
        "true" => CelBool.True,
        "false" => CelBool.False,
        "null" => CelNull.Instance,
        _ => null,
    };
}
