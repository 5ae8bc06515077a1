using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>Arithmetic on two numbers of one type; integers never wrap around.</summary>
internal static class Arithmetic
{
    public static CelValue Ints(TokenKind operation, long left, long right)
    {
        if (operation is TokenKind.Slash or TokenKind.Percent)
        {
            return right == 0 ? Errors.DivideByZero(operation == TokenKind.Percent)
                : left == long.MinValue && right == -1 ? Errors.Overflow("int")
                : CelInt.Of(operation == TokenKind.Slash ? left / right : left % right);
        }

        var exact = operation switch
        {
            TokenKind.Plus => (Int128)left + right,
            TokenKind.Minus => (Int128)left - right,
            _ => (Int128)left * right,
        };
        return exact < long.MinValue || exact > long.MaxValue ? Errors.Overflow("int") : CelInt.Of((long)exact);
    }

    public static CelValue Uints(TokenKind operation, ulong left, ulong right)
    {
        if (operation is TokenKind.Slash or TokenKind.Percent)
        {
            return right == 0 ? Errors.DivideByZero(operation == TokenKind.Percent)
                : new CelUint(operation == TokenKind.Slash ? left / right : left % right);
        }

        if (operation == TokenKind.Minus)
        {
            return left < right ? Errors.Overflow("uint") : new CelUint(left - right);
        }

        var exact = operation == TokenKind.Plus ? (UInt128)left + right : (UInt128)left * right;
        return exact > ulong.MaxValue ? Errors.Overflow("uint") : new CelUint((ulong)exact);
    }

    /// <summary>IEEE arithmetic. <c>%</c> exists only where numbers mix, and there only between whole numbers.</summary>
    public static CelValue? Doubles(TokenKind operation, double left, double right, bool mixed) => operation switch
    {
        TokenKind.Plus => new CelDouble(left + right),
        TokenKind.Minus => new CelDouble(left - right),
        TokenKind.Star => new CelDouble(left * right),
        TokenKind.Slash => new CelDouble(left / right),
        _ when !mixed || !double.IsInteger(left) || !double.IsInteger(right) => null,
        _ when right == 0 => Errors.DivideByZero(modulus: true),
        _ => new CelDouble(left % right),
    };
}
