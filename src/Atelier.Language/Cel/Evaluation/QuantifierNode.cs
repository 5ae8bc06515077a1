using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>all</c> and <c>exists</c>: <c>&amp;&amp;</c> or <c>||</c> over the elements, with the same treatment of errors.</summary>
internal sealed class QuantifierNode(EvaluationNode range, int slot, bool isPair, bool isAll, EvaluationNode body, int offset) : EvaluationNode
{
    private readonly string _macro = isAll ? "all" : "exists";

    public override CelValue Evaluate(CelContext context)
    {
        var walker = new RangeWalker(range.Evaluate(context), _macro, slot, isPair, context);
        CelErrorValue? failure = null;
        while (walker.Next())
        {
            switch (body.Evaluate(context))
            {
                case CelBool value when value.Value != isAll:
                    return value;
                case CelBool:
                    break;
                case CelErrorValue error:
                    failure ??= error;
                    break;
                case var other:
                    failure ??= Errors.NotBool(_macro, other).At(offset);
                    break;
            }
        }

        failure = walker.Failure?.At(offset) ?? failure;
        return failure is null ? CelBool.Of(isAll) : failure;
    }
}
