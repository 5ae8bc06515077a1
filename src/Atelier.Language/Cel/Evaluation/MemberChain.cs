using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>What can be told from a chain such as <c>a.b["c"].?d</c> before it is evaluated.</summary>
internal static class MemberChain
{
    private const int LongestPath = 80;

    /// <summary>Adds the reference of a chain that starts at a free name.</summary>
    public static void Record(SyntaxNode chain, Scope? scope, bool isTested, List<CelReference> references)
    {
        var links = new Stack<SyntaxNode>();
        var node = chain;
        while (node is SyntaxNode.Select or SyntaxNode.Index)
        {
            links.Push(node);
            node = node is SyntaxNode.Select select ? select.Operand : ((SyntaxNode.Index)node).Operand;
        }

        if (node is not SyntaxNode.Name root || (!root.IsAbsolute && Scope.Find(scope, root.Text) is not null))
        {
            return;
        }

        var path = new List<string>();
        var end = root.End;
        var isOptional = isTested;
        var isConstant = true;
        foreach (var link in links)
        {
            var field = link is SyntaxNode.Select selected ? selected.Field : ((SyntaxNode.Index)link).Key is SyntaxNode.Literal { Value: CelString key } ? key.Value : null;
            isOptional |= link is SyntaxNode.Select { IsOptional: true } or SyntaxNode.Index { IsOptional: true };
            isConstant &= field is not null;
            if (isConstant)
            {
                path.Add(field!);
                end = link.End;
            }
        }

        references.Add(new CelReference(root.Text, path, root.Start, end - root.Start, isOptional));
    }

    /// <summary>The names of <c>a.b.c</c> when <c>a</c> is free and nothing in it is optional; else null.</summary>
    public static (List<string> Names, bool IsAbsolute)? QualifiedName(SyntaxNode node, Scope? scope)
    {
        var names = new List<string>();
        while (node is SyntaxNode.Select { IsOptional: false } select)
        {
            names.Add(select.Field);
            node = select.Operand;
        }

        if (node is not SyntaxNode.Name root || (!root.IsAbsolute && Scope.Find(scope, root.Text) is not null))
        {
            return null;
        }

        names.Add(root.Text);
        names.Reverse();
        return (names, root.IsAbsolute);
    }

    /// <summary>How an error names the operand; null when it is more than a path.</summary>
    public static string? PathText(SyntaxNode operand, string text)
    {
        var node = operand;
        while (node is SyntaxNode.Select or SyntaxNode.Index)
        {
            node = node is SyntaxNode.Select select ? select.Operand : ((SyntaxNode.Index)node).Operand;
        }

        return node is SyntaxNode.Name && operand.End - operand.Start <= LongestPath ? text[operand.Start..operand.End] : null;
    }
}
