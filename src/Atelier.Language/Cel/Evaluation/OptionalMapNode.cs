using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>a.optMap(x, f)</c> and <c>a.optFlatMap(x, f)</c>.</summary>
internal sealed class OptionalMapNode(EvaluationNode operand, int slot, EvaluationNode body, bool isFlat, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        switch (operand.Evaluate(context))
        {
            case CelOptional { Value: { } value }:
                context.Locals[slot] = value;
                var mapped = body.Evaluate(context);
                return mapped.IsError ? mapped
                    : !isFlat ? CelOptional.Of(mapped)
                    : mapped is CelOptional ? mapped
                    : Errors.NoOverload("optFlatMap", mapped).At(offset);
            case CelOptional none:
                return none;
            case CelErrorValue error:
                return error;
            case var other:
                return Errors.NoOverload(isFlat ? "optFlatMap" : "optMap", other).At(offset);
        }
    }
}
