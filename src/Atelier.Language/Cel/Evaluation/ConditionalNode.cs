using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>a ? b : c</c>; only the branch taken is evaluated.</summary>
internal sealed class ConditionalNode(EvaluationNode condition, EvaluationNode then, EvaluationNode otherwise, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        return condition.Evaluate(context) switch
        {
            CelBool value => (value.Value ? then : otherwise).Evaluate(context),
            CelErrorValue error => error,
            var other => Errors.NotBool("?:", other).At(offset),
        };
    }
}
