namespace Atelier.Language.Cel.Syntax;

/// <summary>Finds where the expression of a <c>${ }</c> ends.</summary>
internal static class TemplateScanner
{
    /// <summary>The offset of the closing brace, or -1. Braces in strings, comments and maps do not close.</summary>
    public static int FindEnd(string text, int start)
    {
        var lexer = new Lexer(text, start);
        var depth = 0;
        while (true)
        {
            var token = lexer.Next();
            switch (token.Kind)
            {
                case TokenKind.End:
                    return -1;
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace when depth-- == 0:
                    return token.Start;
                case TokenKind.Bad when token.End >= text.Length && text.AsSpan(token.Start, token.Length).IndexOfAny('"', '\'') >= 0:
                    return -1;
                default:
                    break;
            }
        }
    }
}
