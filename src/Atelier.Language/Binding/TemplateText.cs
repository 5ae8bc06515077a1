using Atelier.Language.Cel;

namespace Atelier.Language.Binding;

/// <summary>Splits texts at <c>${ }</c>; <c>$${</c> writes <c>${</c>.</summary>
internal static class TemplateText
{
    private const string Opening = "${";
    private const string Escape = "$${";

    /// <summary>True when the text holds <c>${</c> or its escape.</summary>
    public static bool NeedsReading(string text) => text.Contains(Opening, StringComparison.Ordinal);

    /// <summary>True when the text holds an expression.</summary>
    public static bool HasExpression(string text) => NeedsReading(text) && Split(text, out _).Any(static piece => piece.IsExpression);

    /// <summary>True when the text is one expression and nothing else.</summary>
    public static bool IsSingleExpression(string text) => NeedsReading(text) && Split(text, out _) is [{ IsExpression: true }];

    /// <summary>The pieces in order. <paramref name="unclosed"/> is the offset of a <c>${</c> without an end, or -1; it ends the pieces.</summary>
    public static List<TextPiece> Split(string text, out int unclosed)
    {
        var pieces = new List<TextPiece>();
        var literal = new System.Text.StringBuilder();
        var literalStart = 0;
        var at = 0;
        unclosed = -1;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith(Escape))
            {
                literal.Append(Opening);
                at += Escape.Length;
            }
            else if (!rest.StartsWith(Opening))
            {
                literal.Append(text[at++]);
            }
            else
            {
                var end = CelExpression.FindEnd(text, at + Opening.Length);
                if (end < 0)
                {
                    unclosed = at;
                    return pieces;
                }

                FlushLiteral();
                pieces.Add(new TextPiece(true, text[(at + Opening.Length)..end], at + Opening.Length));
                at = end + 1;
                literalStart = at;
            }
        }

        FlushLiteral();
        return pieces;

        void FlushLiteral()
        {
            if (literal.Length > 0)
            {
                pieces.Add(new TextPiece(false, literal.ToString(), literalStart));
                literal.Clear();
            }
        }
    }
}
