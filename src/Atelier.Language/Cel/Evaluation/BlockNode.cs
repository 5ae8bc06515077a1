using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>cel.block([a, b], body)</c>: values that later ones and the body share; an error appears where it is read.</summary>
internal sealed class BlockNode(int firstSlot, EvaluationNode[] values, EvaluationNode body) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        for (var i = 0; i < values.Length; i++)
        {
            context.Locals[firstSlot + i] = values[i].Evaluate(context);
        }

        return body.Evaluate(context);
    }
}
