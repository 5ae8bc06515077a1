using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>[a, ?b]</c>.</summary>
internal sealed class ListNode((EvaluationNode Value, bool IsOptional)[] elements, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1 + elements.Length);
        var values = new List<CelValue>(elements.Length);
        foreach (var (node, isOptional) in elements)
        {
            var value = node.Evaluate(context);
            if (value.IsError)
            {
                return value;
            }

            if (!isOptional)
            {
                values.Add(value);
            }
            else if (value is not CelOptional optional)
            {
                return Errors.NoOverload("[?_]", value).At(offset);
            }
            else if (optional.Value is not null)
            {
                values.Add(optional.Value);
            }
        }

        return CelList.Of(values);
    }
}
