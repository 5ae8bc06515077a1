namespace Atelier.Language.Cel.Syntax;

/// <summary>Leaves the parser at the first mistake; never leaves <see cref="CelExpression.Parse"/>.</summary>
internal sealed class SyntaxException(string code, string message, int offset, int length) : Exception(message)
{
    public CelSyntaxError Error { get; } = new(code, message, offset, length);
}
