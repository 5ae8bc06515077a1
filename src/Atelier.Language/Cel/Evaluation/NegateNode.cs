using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>-a</c>.</summary>
internal sealed class NegateNode(EvaluationNode operand, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context) => operand.Evaluate(context) switch
    {
        CelInt { Value: long.MinValue } => Errors.Overflow("int").At(offset),
        CelInt value => CelInt.Of(-value.Value),
        CelDouble value => new CelDouble(-value.Value),
        CelUint value when context.MixedNumbers => new CelDouble(-(double)value.Value),
        CelErrorValue error => error,
        var other => Errors.NoOverload("-_", other).At(offset),
    };
}
