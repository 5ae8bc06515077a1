namespace Atelier.Language.Cel.Syntax;

/// <summary>A piece of an expression's text.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
