using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>a in b</c>: an element of a list or a key of a map.</summary>
internal sealed class InNode(EvaluationNode left, EvaluationNode right, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        var element = left.Evaluate(context);
        if (element.IsError)
        {
            return element;
        }

        context.Charge(TextCost.Of(element));
        return right.Evaluate(context) switch
        {
            CelErrorValue error => error,
            CelMap map => CelBool.Of(map.TryGet(element, out var value) && value is not CelErrorValue { IsAbsent: true }),
            CelList { EnumerationError: { } error } => error.At(offset),
            CelList list => Contains(list, element, context),
            var other => Errors.NoOverload("_in_", element, other).At(offset),
        };
    }

    private static CelValue Contains(CelList list, CelValue element, CelContext context)
    {
        foreach (var candidate in list)
        {
            if (candidate is CelErrorValue)
            {
                return candidate;
            }

            if (!context.Charge(1) || ValueEquality.AreEqual(element, candidate, context))
            {
                return CelBool.True;
            }
        }

        return CelBool.False;
    }
}
