using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>exists_one</c>: true when the condition holds for exactly one element; an error in any is the result.</summary>
internal sealed class ExistsOneNode(EvaluationNode range, int slot, bool isPair, EvaluationNode body, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        var walker = new RangeWalker(range.Evaluate(context), "exists_one", slot, isPair, context);
        var count = 0;
        while (walker.Next())
        {
            switch (body.Evaluate(context))
            {
                case CelBool value:
                    count += value.Value ? 1 : 0;
                    break;
                case CelErrorValue error:
                    return error;
                case var other:
                    return Errors.NotBool("exists_one", other).At(offset);
            }
        }

        return walker.Failure is { } failure ? failure.At(offset) : CelBool.Of(count == 1);
    }
}
