using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>
/// The form in which optimisers of the language write shared parts: <c>cel.block([a, b], body)</c>, where <c>cel.index(0)</c> is the first part and
/// <c>cel.iterVar(n, m)</c> names the variables of macros.
/// </summary>
internal static class BlockMacros
{
    public static EvaluationNode? TryCompile(Compiler compiler, SyntaxNode.Call call, Scope? scope)
    {
        if (!IsMacro(call))
        {
            return null;
        }

        if (call is { Function: "block", Arguments: [SyntaxNode.ListOf list, var body] } && !list.Elements.Any(element => element.IsOptional))
        {
            var first = compiler.NewSlots(list.Elements.Count);
            var values = new EvaluationNode[list.Elements.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = compiler.Compile(list.Elements[i].Value, scope);
                scope = new Scope($"@index:{i}", first + i, scope);
            }

            return new BlockNode(first, values, compiler.Compile(body, scope));
        }

        return VariableName(call) is { } name && Scope.Find(scope, name) is { } slot ? new LocalNode(slot) : null;
    }

    /// <summary>The name that <c>cel.index(n)</c> or <c>cel.iterVar(n, m)</c> stands for; null when it is neither.</summary>
    public static string? VariableName(SyntaxNode node) => node is not SyntaxNode.Call call || !IsMacro(call) ? null : call switch
    {
        { Function: "index", Arguments: [SyntaxNode.Literal { Value: CelInt index }] } => $"@index:{index}",
        { Function: "iterVar", Arguments: [SyntaxNode.Literal { Value: CelInt level }, SyntaxNode.Literal { Value: CelInt place }] } => $"@it:{level}:{place}",
        _ => null,
    };

    private static bool IsMacro(SyntaxNode.Call call) => call.Target is SyntaxNode.Name { Text: "cel" };
}
