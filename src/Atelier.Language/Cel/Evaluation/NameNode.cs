using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>A free name: a variable of the host, else a type.</summary>
internal sealed class NameNode(string name, int offset) : EvaluationNode
{
    private readonly CelValue _otherwise = (CelValue?)CelType.Find(name) ?? Errors.UnknownName(name).At(offset);

    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        if (!context.Activation.TryResolve(name, out var value))
        {
            return _otherwise;
        }

        return value is CelErrorValue error ? error.At(offset) : value;
    }
}
