using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads <c>switch:</c>, a list of <c>{ when: ${...}, steps: [...] }</c> that may end with <c>{ default: [...] }</c>.</summary>
internal static class SwitchReader
{
    public static StepDefinition Read(MapReader step)
    {
        var cases = ImmutableArray.CreateBuilder<CaseDefinition>();
        switch (step.Node("switch"))
        {
            case YamlList list:
                if (list.Items.IsEmpty)
                {
                    step.Diagnostics.Error(DiagnosticCodes.NoSteps, list.Position, "`switch` holds no case.");
                }

                for (var index = 0; index < list.Items.Length; index++)
                {
                    if (ReadCase(list.Items[index], index == list.Items.Length - 1, step.Diagnostics) is { } found)
                    {
                        cases.Add(found);
                    }
                }

                break;
            case var node:
                step.Wrong(node!, "switch", "a list of cases", "Write `- when: ${...}` and `steps:` for each.");
                break;
        }

        return new SwitchDefinition { Cases = cases.ToImmutable() };
    }

    private static CaseDefinition? ReadCase(YamlNode node, bool isLast, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a case", diagnostics) is not { } reader)
        {
            return null;
        }

        var standard = reader.Map.Find("default") ?? reader.Map.Find("else");
        if (standard is null)
        {
            reader.RejectUnknown("when", "steps", "default");
            var when = reader.Required("when", "Write `when: ${...}`; the last case may be `default:`.");
            var body = StepReader.ReadBody(reader);
            return when is null ? null : new CaseDefinition(when, body);
        }

        reader.RejectUnknown("default", "else");
        if (!isLast)
        {
            diagnostics.Error(DiagnosticCodes.BadSwitchDefault, standard.Key.Position, "The default is the last case; the cases after it are never reached.", "Move it to the end.");
        }

        return StepsReader.Read(standard.Value, standard.Name, diagnostics) is { } steps ? new CaseDefinition(null, steps) : null;
    }
}
