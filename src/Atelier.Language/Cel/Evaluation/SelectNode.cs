using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>a.b</c> and <c>a.?b</c>.</summary>
internal sealed class SelectNode(EvaluationNode operand, string field, bool isOptional, string? path, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        var value = Selection.Select(operand.Evaluate(context), field, isOptional, path);
        return value is CelErrorValue error ? error.At(offset) : value;
    }
}
