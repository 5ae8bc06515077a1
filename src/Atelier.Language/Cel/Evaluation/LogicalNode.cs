using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>
/// A chain of <c>&amp;&amp;</c> or <c>||</c>. An operand that decides makes errors in the others unimportant, wherever they stand; else the first
/// error is the result.
/// </summary>
internal sealed class LogicalNode(bool isAnd, EvaluationNode[] operands, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        CelErrorValue? failure = null;
        foreach (var operand in operands)
        {
            context.Charge(1);
            switch (operand.Evaluate(context))
            {
                case CelBool value when value.Value != isAnd:
                    return value;
                case CelBool:
                    break;
                case CelErrorValue error:
                    failure ??= error;
                    break;
                case var other:
                    failure ??= Errors.NotBool(isAnd ? "&&" : "||", other).At(offset);
                    break;
            }
        }

        return failure is null ? CelBool.Of(isAnd) : failure;
    }
}
