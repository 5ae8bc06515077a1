using Atelier.Language.Cel.Syntax;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>The calls that see their arguments unevaluated.</summary>
internal static class MacroCompiler
{
    /// <summary>The macro's node; null when the call is none.</summary>
    public static EvaluationNode? TryCompile(Compiler compiler, SyntaxNode.Call call, Scope? scope)
    {
        if (call.Target is null)
        {
            return call is { Function: "has", Arguments.Count: 1 } ? Has(compiler, call, scope) : null;
        }

        if (call is { Function: "bind", Arguments.Count: 3, Target: SyntaxNode.Name { Text: "cel" } } && Scope.Find(scope, "cel") is null)
        {
            var slot = compiler.NewSlots(1);
            var value = compiler.Compile(call.Arguments[1], scope);
            return new BindNode(slot, value, compiler.Compile(call.Arguments[2], new Scope(Variable(call, 0), slot, scope)));
        }

        if (BlockMacros.TryCompile(compiler, call, scope) is { } block)
        {
            return block;
        }

        return (call.Function, call.Arguments.Count) switch
        {
            ("all" or "exists" or "exists_one" or "existsOne", 2 or 3) => Quantifier(compiler, call, scope),
            ("map", 2 or 3) or ("filter", 2) or ("transformList", 3 or 4) => ListMacro(compiler, call, scope),
            ("transformMap" or "transformMapEntry", 3 or 4) => MapMacro(compiler, call, scope),
            ("optMap" or "optFlatMap", 2) => OptionalMap(compiler, call, scope),
            _ => null,
        };
    }

    private static HasNode Has(Compiler compiler, SyntaxNode.Call call, Scope? scope) => call.Arguments[0] is SyntaxNode.Select select
        ? compiler.CompileHas(select, scope)
        : throw Misuse(call, "`has()` asks for a field: `has(a.b)`");

    private static EvaluationNode Quantifier(Compiler compiler, SyntaxNode.Call call, Scope? scope)
    {
        var isPair = call.Arguments.Count == 3;
        var range = compiler.Compile(call.Target!, scope);
        var inner = Variables(compiler, call, isPair, scope, out var slot);
        var body = compiler.Compile(call.Arguments[^1], inner);
        return call.Function is "all" or "exists"
            ? new QuantifierNode(range, slot, isPair, call.Function == "all", body, call.NameStart)
            : new ExistsOneNode(range, slot, isPair, body, call.NameStart);
    }

    private static ListComprehensionNode ListMacro(Compiler compiler, SyntaxNode.Call call, Scope? scope)
    {
        var isPair = call.Function == "transformList";
        var range = compiler.Compile(call.Target!, scope);
        var inner = Variables(compiler, call, isPair, scope, out var slot);
        var first = isPair ? 2 : 1;
        var hasCondition = call.Function == "filter" || call.Arguments.Count == first + 2;
        var condition = hasCondition ? compiler.Compile(call.Arguments[first], inner) : null;
        var body = call.Function == "filter" ? null : compiler.Compile(call.Arguments[^1], inner);
        return new ListComprehensionNode(call.Function, range, slot, isPair, condition, body, call.NameStart);
    }

    private static MapComprehensionNode MapMacro(Compiler compiler, SyntaxNode.Call call, Scope? scope)
    {
        var range = compiler.Compile(call.Target!, scope);
        var inner = Variables(compiler, call, isPair: true, scope, out var slot);
        var condition = call.Arguments.Count == 4 ? compiler.Compile(call.Arguments[2], inner) : null;
        var body = compiler.Compile(call.Arguments[^1], inner);
        return new MapComprehensionNode(range, slot, condition, body, call.Function == "transformMapEntry", call.NameStart);
    }

    private static OptionalMapNode OptionalMap(Compiler compiler, SyntaxNode.Call call, Scope? scope)
    {
        var operand = compiler.Compile(call.Target!, scope);
        var inner = Variables(compiler, call, isPair: false, scope, out var slot);
        return new OptionalMapNode(operand, slot, compiler.Compile(call.Arguments[1], inner), call.Function == "optFlatMap", call.NameStart);
    }

    private static Scope Variables(Compiler compiler, SyntaxNode.Call call, bool isPair, Scope? scope, out int slot)
    {
        slot = compiler.NewSlots(isPair ? 2 : 1);
        var first = Variable(call, 0);
        var inner = new Scope(first, slot, scope);
        if (!isPair)
        {
            return inner;
        }

        var second = Variable(call, 1);
        return second != first ? new Scope(second, slot + 1, inner) : throw Misuse(call, $"the two variables of `{call.Function}` need different names");
    }

    private static string Variable(SyntaxNode.Call call, int index) => call.Arguments[index] is SyntaxNode.Name { IsAbsolute: false } name
        ? name.Text
        : BlockMacros.VariableName(call.Arguments[index]) ?? throw new SyntaxException(
            CelCodes.Macro, $"`{call.Function}` needs a variable's name here", call.Arguments[index].Start, call.Arguments[index].End - call.Arguments[index].Start);

    private static SyntaxException Misuse(SyntaxNode.Call call, string message) => new(CelCodes.Macro, message, call.NameStart, call.Function.Length);
}
