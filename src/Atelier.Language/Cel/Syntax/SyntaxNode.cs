using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Syntax;

/// <summary>The closed set of forms that an expression is written in. Macros are still calls here.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit after the last.</param>
/// <param name="Height">1 for a leaf, else one more than the highest child: bounds every later recursion.</param>
internal abstract record SyntaxNode(int Start, int End, int Height)
{
    /// <summary>A constant.</summary>
    internal sealed record Literal(CelValue Value, int Start, int End) : SyntaxNode(Start, End, 1);

    /// <summary><c>name</c> or, absolute, <c>.name</c>.</summary>
    internal sealed record Name(string Text, bool IsAbsolute, int Start, int End) : SyntaxNode(Start, End, 1);

    /// <summary><c>operand.field</c> or <c>operand.?field</c>.</summary>
    internal sealed record Select(SyntaxNode Operand, string Field, bool IsOptional, int FieldStart, int End)
        : SyntaxNode(Operand.Start, End, Operand.Height + 1);

    /// <summary><c>operand[index]</c> or <c>operand[?index]</c>.</summary>
    internal sealed record Index(SyntaxNode Operand, SyntaxNode Key, bool IsOptional, int End)
        : SyntaxNode(Operand.Start, End, Math.Max(Operand.Height, Key.Height) + 1);

    /// <summary><c>f(a)</c> or <c>target.f(a)</c>.</summary>
    internal sealed record Call(SyntaxNode? Target, string Function, IReadOnlyList<SyntaxNode> Arguments, int NameStart, int Start, int End)
        : SyntaxNode(Start, End, Highest([.. Arguments, .. Target is null ? Array.Empty<SyntaxNode>() : [Target]]) + 1);

    /// <summary><c>!a</c> or <c>-a</c>.</summary>
    internal sealed record Unary(TokenKind Operator, SyntaxNode Operand, int Start) : SyntaxNode(Start, Operand.End, Operand.Height + 1);

    /// <summary>Arithmetic, comparison and <c>in</c> (which has the operator <see cref="TokenKind.Identifier"/>).</summary>
    internal sealed record Binary(TokenKind Operator, SyntaxNode Left, SyntaxNode Right, int OperatorStart)
        : SyntaxNode(Left.Start, Right.End, Math.Max(Left.Height, Right.Height) + 1);

    /// <summary>A chain of <c>&amp;&amp;</c> or of <c>||</c>.</summary>
    internal sealed record Logical(bool IsAnd, IReadOnlyList<SyntaxNode> Operands)
        : SyntaxNode(Operands[0].Start, Operands[^1].End, Highest(Operands) + 1);

    /// <summary><c>condition ? then : otherwise</c>.</summary>
    internal sealed record Conditional(SyntaxNode Condition, SyntaxNode Then, SyntaxNode Otherwise)
        : SyntaxNode(Condition.Start, Otherwise.End, Highest([Condition, Then, Otherwise]) + 1);

    /// <summary><c>[a, ?b]</c>.</summary>
    internal sealed record ListOf(IReadOnlyList<Element> Elements, int Start, int End)
        : SyntaxNode(Start, End, Highest([.. Elements.Select(element => element.Value)]) + 1);

    /// <summary><c>{a: b, ?c: d}</c>.</summary>
    internal sealed record MapOf(IReadOnlyList<Entry> Entries, int Start, int End)
        : SyntaxNode(Start, End, Highest([.. Entries.Select(entry => entry.Key), .. Entries.Select(entry => entry.Value)]) + 1);

    /// <summary>An element of a list literal.</summary>
    internal readonly record struct Element(SyntaxNode Value, bool IsOptional);

    /// <summary>An entry of a map literal.</summary>
    internal readonly record struct Entry(SyntaxNode Key, SyntaxNode Value, bool IsOptional);

    private static int Highest(IReadOnlyList<SyntaxNode> nodes)
    {
        var highest = 0;
        foreach (var node in nodes)
        {
            highest = Math.Max(highest, node.Height);
        }

        return highest;
    }
}
