using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>A variable of a comprehension.</summary>
internal sealed class LocalNode(int slot) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context) => context.Locals[slot];
}
