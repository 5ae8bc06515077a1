using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>has(a.b)</c>.</summary>
internal sealed class HasNode(EvaluationNode operand, string field, string? path, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        var value = Selection.Has(operand.Evaluate(context), field, path);
        return value is CelErrorValue error ? error.At(offset) : value;
    }
}
