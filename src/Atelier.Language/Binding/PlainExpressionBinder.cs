using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Binds keys that take one expression: <c>if</c>, <c>when</c>, <c>until</c>, <c>key</c>, <c>keep_best</c>.</summary>
internal static class PlainExpressionBinder
{
    /// <summary>Null when there is no node, or no expression, which is told.</summary>
    public static BoundExpression? Bind(YamlNode? node, string key, ReadPoint point, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Boolean } constant:
                return ExpressionBinder.Bind(constant, constant.Boolean ? "true" : "false", 0, point, SecretUse.None, diagnostics);
            case YamlScalar { Type: ScalarType.Text } scalar:
                return BindText(scalar, key, point, diagnostics);
            default:
                diagnostics.Error(DiagnosticCodes.ExpressionExpected, node.Position, $"`{key}` takes an expression, not {node.Kind}.", "Write `${...}`.");
                return null;
        }
    }

    private static BoundExpression? BindText(YamlScalar scalar, string key, ReadPoint point, DiagnosticBag diagnostics)
    {
        var pieces = TemplateText.Split(scalar.Text, out var unclosed);
        if (unclosed >= 0)
        {
            diagnostics.Error(DiagnosticCodes.ExpressionNotClosed, scalar.PositionAt(unclosed), "This `${` has no `}`.", "Close it.");
            return null;
        }

        // A block text ends with a line break, which is no part of what is meant.
        var meant = pieces.Where(static piece => piece.IsExpression || !string.IsNullOrWhiteSpace(piece.Text)).ToArray();
        if (meant is [{ IsExpression: true } expression])
        {
            return ExpressionBinder.Bind(scalar, expression.Text, expression.Offset, point, SecretUse.None, diagnostics);
        }

        var remedy = meant.Any(static piece => piece.IsExpression) ? "Put the whole of it inside one `${...}`." : $"Write `${{{scalar.Text.Trim()}}}`.";
        diagnostics.Error(DiagnosticCodes.ExpressionExpected, scalar.Position, $"`{key}` takes one expression and nothing else.", remedy);
        return null;
    }
}
