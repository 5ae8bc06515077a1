namespace Atelier.Language.Binding;

/// <summary>A piece of a text: literal, or an expression (its inside).</summary>
/// <param name="IsExpression">True for the inside of <c>${ }</c>.</param>
/// <param name="Text">The literal with escapes resolved, or the expression.</param>
/// <param name="Offset">Where the piece starts in the whole text.</param>
internal readonly record struct TextPiece(bool IsExpression, string Text, int Offset);
