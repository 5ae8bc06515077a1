using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>a.or(b)</c> and <c>a.orValue(b)</c>: <c>b</c> is evaluated only when <c>a</c> is absent.</summary>
internal sealed class OrElseNode(EvaluationNode operand, EvaluationNode otherwise, bool isValue, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        switch (operand.Evaluate(context))
        {
            case CelOptional { Value: { } value } present:
                return isValue ? value : present;
            case CelOptional:
                var other = otherwise.Evaluate(context);
                return isValue || other is CelOptional or CelErrorValue ? other : Errors.NoOverload("or", CelOptional.None, other).At(offset);
            case CelErrorValue error:
                return error;
            case var value:
                return Errors.NoOverload(isValue ? "orValue" : "or", value).At(offset);
        }
    }
}
