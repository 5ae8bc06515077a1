using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>A compiled part of an expression. Has no state of its own, so that any number of evaluations may share it.</summary>
internal abstract class EvaluationNode
{
    /// <summary>Gives the value, or a <see cref="CelErrorValue"/>; never throws.</summary>
    public abstract CelValue Evaluate(CelContext context);
}
