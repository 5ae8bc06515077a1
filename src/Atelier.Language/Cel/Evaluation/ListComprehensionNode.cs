using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>
/// <c>map</c>, <c>filter</c> and <c>transformList</c>: a list of what the body gives (of the elements themselves without a body) where the
/// condition holds.
/// </summary>
internal sealed class ListComprehensionNode(
    string macro, EvaluationNode range, int slot, bool isPair, EvaluationNode? condition, EvaluationNode? body, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        var walker = new RangeWalker(range.Evaluate(context), macro, slot, isPair, context);
        var result = new List<CelValue>();
        while (walker.Next())
        {
            if (condition is not null)
            {
                var holds = condition.Evaluate(context);
                if (holds is not CelBool decision)
                {
                    return holds.IsError ? holds : Errors.NotBool(macro, holds).At(offset);
                }

                if (!decision.Value)
                {
                    continue;
                }
            }

            var value = body is null ? walker.Current : body.Evaluate(context);
            if (value.IsError)
            {
                return value;
            }

            result.Add(value);
        }

        return walker.Failure is { } failure ? failure.At(offset) : CelList.Of(result);
    }
}
