using Atelier.Language.Cel;
using Atelier.Language.Plans;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Compiles expressions and checks every name in them.</summary>
internal static class ExpressionBinder
{
    /// <summary>Null, with the mistakes told, when the text is no expression.</summary>
    /// <param name="scalar">The scalar that holds the expression.</param>
    /// <param name="text">The expression.</param>
    /// <param name="offset">Where it starts in the scalar's text.</param>
    /// <param name="point">The names it sees.</param>
    /// <param name="secrets">What reading a secret means here.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public static BoundExpression? Bind(YamlScalar scalar, string text, int offset, ReadPoint point, SecretUse secrets, DiagnosticBag diagnostics)
    {
        if (diagnostics.IsFull)
        {
            return null;
        }

        if (Parse(scalar, text, offset, diagnostics) is not { } expression)
        {
            return null;
        }

        foreach (var call in expression.Functions.Where(static call => !call.IsKnown))
        {
            TellFunction(call, scalar.PositionAt(offset + call.Offset), diagnostics);
        }

        var readsSecret = false;
        var readsRun = expression.UsesFunction("now");
        var secretInputs = new List<CelReference>();
        foreach (var reference in expression.References)
        {
            var kind = ReferenceCheck.Check(reference, scalar, offset, point, secrets, diagnostics);
            readsSecret |= kind == ReferenceKind.Secret;
            readsRun |= kind == ReferenceKind.Run;
            if (kind == ReferenceKind.Secret && secrets == SecretUse.Value && reference is { Root: "inputs", Path.Count: 1, IsOptional: false })
            {
                secretInputs.Add(reference);
            }
        }

        if (secretInputs.Count > 0)
        {
            expression = Parse(scalar, ReadByName(text, secretInputs), offset, diagnostics) ?? expression;
        }

        return new BoundExpression(new PlanExpression(expression, text, scalar.PositionAt(offset)), readsSecret, readsRun);
    }

    private static CelExpression? Parse(YamlScalar scalar, string text, int offset, DiagnosticBag diagnostics)
    {
        var parsed = CelExpression.Parse(text, WorkflowExpressions.Options);
        foreach (var mistake in parsed.Errors)
        {
            diagnostics.Error(mistake.Code, scalar.PositionAt(offset + mistake.Offset), $"In this expression, {mistake.Message}.");
        }

        return parsed.Expression;
    }

    // An input of type secret holds a name; what an action reads is the secret of that name: `inputs.token` is `secrets[inputs.token]`.
    private static string ReadByName(string text, List<CelReference> secretInputs)
    {
        foreach (var reference in secretInputs.OrderByDescending(static reference => reference.Offset))
        {
            var name = text.Substring(reference.Offset, reference.Length);
            text = $"{text[..reference.Offset]}secrets[{name}]{text[(reference.Offset + reference.Length)..]}";
        }

        return text;
    }

    private static void TellFunction(CelFunctionUse call, SourcePosition position, DiagnosticBag diagnostics)
    {
        var names = WorkflowExpressions.Options.Functions.Names;
        if (names.Contains(call.Name))
        {
            diagnostics.Error(DiagnosticCodes.UnknownFunction, position, $"The function `{call.Name}` does not take {call.Arity} arguments{(call.IsReceiver ? " after a receiver" : string.Empty)}.");
            return;
        }

        diagnostics.Error(DiagnosticCodes.UnknownFunction, position, $"There is no function `{call.Name}`.", NearNames.DidYouMean(call.Name, names));
    }
}
