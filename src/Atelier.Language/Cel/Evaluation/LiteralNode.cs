using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>A constant, or an error known since compilation.</summary>
internal sealed class LiteralNode(CelValue value) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context) => value;
}
