using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> and <c>&gt;=</c>.</summary>
internal sealed class ComparisonNode(TokenKind comparison, EvaluationNode left, EvaluationNode right, int offset) : EvaluationNode
{
    private string Symbol => comparison switch
    {
        TokenKind.Less => "<",
        TokenKind.LessEqual => "<=",
        TokenKind.Greater => ">",
        _ => ">=",
    };

    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        var first = left.Evaluate(context);
        if (first.IsError)
        {
            return first;
        }

        var second = right.Evaluate(context);
        if (second.IsError)
        {
            return second;
        }

        if (Numbers.IsNumber(first.Kind) && Numbers.IsNumber(second.Kind))
        {
            return Decide(Numbers.Compare(first, second));
        }

        context.Charge(TextCost.Of(first));
        return (first, second) switch
        {
            (CelString a, CelString b) => Decide(CodePoints.Compare(a.Value, b.Value)),
            (CelBytes a, CelBytes b) => Decide(a.Value.Span.SequenceCompareTo(b.Value.Span)),
            (CelBool a, CelBool b) => Decide(a.Value.CompareTo(b.Value)),
            (CelTimestamp a, CelTimestamp b) => Decide(a.CompareTo(b)),
            (CelDuration a, CelDuration b) => Decide(a.CompareTo(b)),
            _ => Errors.NoOverload($"_{Symbol}_", first, second).At(offset),
        };
    }

    /// <summary>NaN (null) makes every comparison false.</summary>
    private CelBool Decide(int? order) => CelBool.Of(comparison switch
    {
        TokenKind.Less => order < 0,
        TokenKind.LessEqual => order <= 0,
        TokenKind.Greater => order > 0,
        _ => order >= 0,
    });
}
