using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>==</c> and <c>!=</c>.</summary>
internal sealed class EqualityNode(EvaluationNode left, EvaluationNode right, bool expected) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        var first = left.Evaluate(context);
        if (first.IsError)
        {
            return first;
        }

        var second = right.Evaluate(context);
        return second.IsError ? second : CelBool.Of(ValueEquality.AreEqual(first, second, context) == expected);
    }
}
