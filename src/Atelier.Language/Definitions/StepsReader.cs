using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads a list of steps.</summary>
internal static class StepsReader
{
    /// <summary>Null when the key is missing or is no list, which is told.</summary>
    public static StepsDefinition? Read(YamlNode? node, string key, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlList list:
                if (list.Items.IsEmpty)
                {
                    diagnostics.Error(DiagnosticCodes.NoSteps, list.Position, $"`{key}` holds no step.");
                }

                return new StepsDefinition(list.Position, [.. list.Items.Select(item => StepReader.Read(item, null, diagnostics)).OfType<StepDefinition>()]);
            case YamlScalar { IsNull: true }:
                diagnostics.Error(DiagnosticCodes.NoSteps, node.Position, $"`{key}` holds no step.");
                return null;
            default:
                var remedy = node is YamlMap ? "Begin each step with `- `." : null;
                diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`{key}` takes a list of steps, not {node.Kind}.", remedy);
                return null;
        }
    }

    /// <summary>The branches of <c>parallel</c>: a list of steps, or a map from id to a step or a list of steps.</summary>
    public static StepsDefinition? ReadBranches(YamlNode node, DiagnosticBag diagnostics)
    {
        if (node is not YamlMap map)
        {
            return Read(node, "parallel", diagnostics);
        }

        var branches = ImmutableArray.CreateBuilder<StepDefinition>();
        foreach (var member in map.Members)
        {
            if (ReadBranch(member, diagnostics) is { } branch)
            {
                branches.Add(branch);
            }
        }

        if (map.Members.IsEmpty)
        {
            diagnostics.Error(DiagnosticCodes.NoSteps, map.Position, "`parallel` holds no step.");
        }

        return new StepsDefinition(map.Position, branches.ToImmutable());
    }

    private static StepDefinition? ReadBranch(YamlMember member, DiagnosticBag diagnostics)
    {
        if (member.Value is not YamlList)
        {
            return StepReader.Read(member.Value, member.Key, diagnostics);
        }

        return Read(member.Value, member.Name, diagnostics) is { } body
            ? new GroupDefinition { Id = member.Name, IdPosition = member.Key.Position, Position = member.Key.Position, Body = body }
            : null;
    }
}
