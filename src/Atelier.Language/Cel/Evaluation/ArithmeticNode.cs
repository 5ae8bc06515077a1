using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>+</c>, <c>-</c>, <c>*</c>, <c>/</c> and <c>%</c>.</summary>
internal sealed class ArithmeticNode(TokenKind operation, EvaluationNode left, EvaluationNode right, int offset) : EvaluationNode
{
    private string Symbol => operation switch
    {
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Star => "*",
        TokenKind.Slash => "/",
        _ => "%",
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

        var value = Apply(first, second, context) ?? Errors.NoOverload($"_{Symbol}_", first, second);
        return value is CelErrorValue error ? error.At(offset) : value;
    }

    private CelValue? Apply(CelValue first, CelValue second, CelContext context) => (first, second) switch
    {
        (CelInt a, CelInt b) => Arithmetic.Ints(operation, a.Value, b.Value),
        (CelDouble a, CelDouble b) => Arithmetic.Doubles(operation, a.Value, b.Value, context.MixedNumbers),
        (CelUint a, CelUint b) => Arithmetic.Uints(operation, a.Value, b.Value),
        _ when context.MixedNumbers && Numbers.IsNumber(first.Kind) && Numbers.IsNumber(second.Kind) =>
            Arithmetic.Doubles(operation, Numbers.ToDouble(first), Numbers.ToDouble(second), mixed: true),
        _ when operation == TokenKind.Plus => Concatenation.Join(first, second, context) ?? TimeArithmetic.Add(first, second),
        _ when operation == TokenKind.Minus => TimeArithmetic.Subtract(first, second),
        _ => null,
    };
}
