using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>cel.bind(x, value, body)</c>; an error of the value appears where the body reads it.</summary>
internal sealed class BindNode(int slot, EvaluationNode value, EvaluationNode body) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        context.Locals[slot] = value.Evaluate(context);
        return body.Evaluate(context);
    }
}
