using Atelier.Language.Cel.Syntax;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>Turns what was written into what is evaluated: names are resolved to variables, calls to macros and functions.</summary>
internal sealed class Compiler(string text, CelOptions options)
{
    private int _slots;

    public List<CelReference> References { get; } = [];

    public List<CelFunctionUse> Functions { get; } = [];

    /// <summary>How many local variables an evaluation needs.</summary>
    public int Slots => _slots;

    public int NewSlots(int count)
    {
        var first = _slots;
        _slots += count;
        return first;
    }

    public EvaluationNode Compile(SyntaxNode node, Scope? scope)
    {
        switch (node)
        {
            case SyntaxNode.Literal literal:
                return new LiteralNode(literal.Value);
            case SyntaxNode.Name or SyntaxNode.Select or SyntaxNode.Index:
                MemberChain.Record(node, scope, isTested: false, References);
                return CompileLink(node, scope);
            case SyntaxNode.Call call:
                return CompileCall(call, scope);
            case SyntaxNode.Unary { Operator: TokenKind.Not } unary:
                return new NotNode(Compile(unary.Operand, scope), unary.Start);
            case SyntaxNode.Unary unary:
                return new NegateNode(Compile(unary.Operand, scope), unary.Start);
            case SyntaxNode.Binary binary:
                return CompileBinary(binary, Compile(binary.Left, scope), Compile(binary.Right, scope));
            case SyntaxNode.Logical logical:
                return new LogicalNode(logical.IsAnd, [.. logical.Operands.Select(operand => Compile(operand, scope))], logical.Start);
            case SyntaxNode.Conditional choice:
                return new ConditionalNode(Compile(choice.Condition, scope), Compile(choice.Then, scope), Compile(choice.Otherwise, scope), choice.Start);
            case SyntaxNode.ListOf list:
                return new ListNode([.. list.Elements.Select(element => (Compile(element.Value, scope), element.IsOptional))], list.Start);
            case SyntaxNode.MapOf map:
                return new MapNode([.. map.Entries.Select(entry => (Compile(entry.Key, scope), Compile(entry.Value, scope), entry.IsOptional))], map.Start);
            default:
                throw new InvalidOperationException($"no such syntax: {node.GetType().Name}");
        }
    }

    /// <summary>The operand of a selection inside <c>has()</c>.</summary>
    public HasNode CompileHas(SyntaxNode.Select select, Scope? scope)
    {
        MemberChain.Record(select, scope, isTested: true, References);
        return new HasNode(CompileLink(select.Operand, scope), select.Field, MemberChain.PathText(select.Operand, text), select.FieldStart);
    }

    /// <summary>A link of a chain whose reference has been recorded.</summary>
    private EvaluationNode CompileLink(SyntaxNode node, Scope? scope)
    {
        switch (node)
        {
            case SyntaxNode.Name name when !name.IsAbsolute && Scope.Find(scope, name.Text) is { } slot:
                return new LocalNode(slot);
            case SyntaxNode.Name or SyntaxNode.Select when MemberChain.QualifiedName(node, scope) is { } qualified
                && NameCandidates.Of(qualified.Names, qualified.IsAbsolute, options.Container) is { } candidates:
                return new QualifiedNameNode(candidates, string.Join('.', qualified.Names), node.Start);
            case SyntaxNode.Name name:
                return new NameNode(name.Text, name.Start);
            case SyntaxNode.Select select:
                return new SelectNode(
                    CompileLink(select.Operand, scope), select.Field, select.IsOptional, MemberChain.PathText(select.Operand, text), select.FieldStart);
            case SyntaxNode.Index index:
                return new IndexNode(
                    CompileLink(index.Operand, scope), Compile(index.Key, scope), index.IsOptional, MemberChain.PathText(index.Operand, text), index.Key.Start);
            default:
                return Compile(node, scope);
        }
    }

    private EvaluationNode CompileCall(SyntaxNode.Call call, Scope? scope)
    {
        if (MacroCompiler.TryCompile(this, call, scope) is { } macro)
        {
            return macro;
        }

        if (call.Target is not null && MemberChain.QualifiedName(call.Target, scope) is { } qualified)
        {
            var full = $"{string.Join('.', qualified.Names)}.{call.Function}";
            if (options.Functions.HasNamespaced(full))
            {
                return CompileFunction(full, false, [.. call.Arguments.Select(argument => Compile(argument, scope))], call.Start, full.Length);
            }
        }

        if (call.Target is null)
        {
            return CompileFunction(call.Function, false, [.. call.Arguments.Select(argument => Compile(argument, scope))], call.NameStart, call.Function.Length);
        }

        var target = Compile(call.Target, scope);
        if (call is { Arguments.Count: 1, Function: "or" or "orValue" })
        {
            return new OrElseNode(target, Compile(call.Arguments[0], scope), call.Function == "orValue", call.NameStart);
        }

        return CompileFunction(call.Function, true, [target, .. call.Arguments.Select(argument => Compile(argument, scope))], call.NameStart, call.Function.Length);
    }

    private EvaluationNode CompileFunction(string name, bool isReceiver, EvaluationNode[] arguments, int offset, int length)
    {
        var arity = arguments.Length - (isReceiver ? 1 : 0);
        var function = options.Functions.Find(name, arity, isReceiver);
        Functions.Add(new CelFunctionUse(name, arity, isReceiver, function is not null, offset, length));
        return function is null
            ? new LiteralNode(Errors.UnknownFunction(name, arity, isReceiver).At(offset))
            : new CallNode(name, function, arguments, offset);
    }

    private static EvaluationNode CompileBinary(SyntaxNode.Binary binary, EvaluationNode left, EvaluationNode right) => binary.Operator switch
    {
        TokenKind.Equal => new EqualityNode(left, right, expected: true),
        TokenKind.NotEqual => new EqualityNode(left, right, expected: false),
        TokenKind.Identifier => new InNode(left, right, binary.OperatorStart),
        TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual =>
            new ComparisonNode(binary.Operator, left, right, binary.OperatorStart),
        _ => new ArithmeticNode(binary.Operator, left, right, binary.OperatorStart),
    };
}
