using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>!a</c>.</summary>
internal sealed class NotNode(EvaluationNode operand, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context) => operand.Evaluate(context) switch
    {
        CelBool value => CelBool.Of(!value.Value),
        CelErrorValue error => error,
        var other => Errors.NotBool("!", other).At(offset),
    };
}
