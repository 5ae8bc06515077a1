using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>a[b]</c> and <c>a[?b]</c>.</summary>
internal sealed class IndexNode(EvaluationNode operand, EvaluationNode key, bool isOptional, string? path, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        var from = operand.Evaluate(context);
        var at = key.Evaluate(context);
        context.Charge(TextCost.Of(at));
        var value = at is CelErrorValue && from is not CelErrorValue ? at : Selection.Index(from, at, isOptional, path);
        return value is CelErrorValue error ? error.At(offset) : value;
    }
}
