using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>
/// <c>transformMap</c> (the keys stay, the body gives the values) and <c>transformMapEntry</c> (the body gives maps whose entries are gathered).
/// </summary>
internal sealed class MapComprehensionNode(
    EvaluationNode range, int slot, EvaluationNode? condition, EvaluationNode body, bool isEntry, int offset) : EvaluationNode
{
    private readonly string _macro = isEntry ? "transformMapEntry" : "transformMap";

    public override CelValue Evaluate(CelContext context)
    {
        var walker = new RangeWalker(range.Evaluate(context), _macro, slot, isPair: true, context);
        var result = new OrderedDictionary<CelValue, CelValue>();
        while (walker.Next())
        {
            var holds = condition is null ? CelBool.True : condition.Evaluate(context);
            if (holds is not CelBool decision)
            {
                return holds.IsError ? holds : Errors.NotBool(_macro, holds).At(offset);
            }

            if (!decision.Value)
            {
                continue;
            }

            var value = body.Evaluate(context);
            if (value.IsError)
            {
                return value;
            }

            var error = isEntry ? AddAll(result, value, context) : MapNode.Add(result, walker.Current, value);
            if (error is not null)
            {
                return error.At(offset);
            }
        }

        return walker.Failure is { } failure ? failure.At(offset) : CelMap.OfOrdered(result);
    }

    private CelErrorValue? AddAll(OrderedDictionary<CelValue, CelValue> result, CelValue value, CelContext context)
    {
        if (value is not CelMap map)
        {
            return Errors.NoOverload(_macro, value);
        }

        foreach (var (key, entry) in map)
        {
            context.Charge(1 + TextCost.Of(key));
            if (MapNode.Add(result, key, entry) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
