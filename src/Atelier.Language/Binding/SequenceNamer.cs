using Atelier.Language.Cel.Syntax;
using Atelier.Language.Definitions;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Checks ids and resolves needs of the steps beside each other.</summary>
internal static class SequenceNamer
{
    /// <param name="steps">The steps.</param>
    /// <param name="outer">The place the sequence stands in.</param>
    /// <param name="parallel">True when steps have no order.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public static SequenceNames Name(StepsDefinition steps, ReadPoint outer, bool parallel, DiagnosticBag diagnostics)
    {
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var slot = 0; slot < steps.Steps.Length; slot++)
        {
            var step = steps.Steps[slot];
            if (CheckId(step, outer, diagnostics) && !slots.TryAdd(step.Id, slot))
            {
                var first = steps.Steps[slots[step.Id]].IdPosition;
                diagnostics.Error(DiagnosticCodes.DuplicateId, step.IdPosition, $"The id `{step.Id}` is taken by the step at line {first.Line}.", "Give each step its own.");
            }
        }

        var needs = steps.Steps.Select((step, slot) => NeedsOf(step, slot, slots, outer, parallel, diagnostics)).ToArray();
        return new SequenceNames
        {
            Slots = slots,
            Steps = steps.Steps,
            Parallel = parallel,
            Needs = needs,
            Reach = NeedGraph.Close(needs, steps.Steps, diagnostics),
            Shapes = [.. Enumerable.Repeat(OutputShape.Any, steps.Steps.Length)],
        };
    }

    private static bool CheckId(StepDefinition step, ReadPoint outer, DiagnosticBag diagnostics)
    {
        var id = step.Id;
        if (id.Length == 0)
        {
            return false;
        }

        if (CelWords.IsKeyword(id) || CelWords.IsReserved(id) || WorkflowNames.Reserved.Contains(id))
        {
            diagnostics.Error(DiagnosticCodes.ReservedId, step.IdPosition, $"`{id}` is a reserved word and cannot be an id.", $"Choose another, such as `{id}_step`.");
        }
        else if (!CelWords.IsName(id) || id.Length > LanguageLimits.NameBytes)
        {
            diagnostics.Error(DiagnosticCodes.BadId, step.IdPosition, $"`{id}` cannot be an id: expressions could not read it.", $"Use letters, digits and `_`, beginning with a letter{Proposal(id)}.");
        }
        else if (outer.IsTaken(id))
        {
            diagnostics.Error(DiagnosticCodes.ShadowedName, step.IdPosition, $"`{id}` is the name of something outside this block and would hide it.", "Choose another id.");
        }

        return true;
    }

    private static string Proposal(string id)
    {
        var proposal = string.Concat(id.Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '_')).Trim('_');
        return proposal.Length > 0 && proposal.Length < 60 && CelWords.IsName(proposal) ? $": `{proposal}`" : string.Empty;
    }

    private static int[] NeedsOf(StepDefinition step, int slot, Dictionary<string, int> slots, ReadPoint outer, bool parallel, DiagnosticBag diagnostics)
    {
        if (step.Needs is not { } written)
        {
            return parallel || slot == 0 ? [] : [slot - 1];
        }

        if (parallel)
        {
            diagnostics.Error(DiagnosticCodes.KeyNotForStep, step.NeedsPosition ?? step.Position, "Branches of `parallel` wait for nothing; they start at once.", "Use a group of `steps` with `needs` instead.");
            return [];
        }

        var needs = new List<int>();
        foreach (var need in written)
        {
            if (Resolve(need, step, slot, slots, outer, diagnostics) is { } found && !needs.Contains(found))
            {
                needs.Add(found);
            }
        }

        return [.. needs];
    }

    private static int? Resolve(YamlScalar need, StepDefinition step, int slot, Dictionary<string, int> slots, ReadPoint outer, DiagnosticBag diagnostics)
    {
        if (slots.TryGetValue(need.Text, out var found))
        {
            if (found != slot)
            {
                return found;
            }

            diagnostics.Error(DiagnosticCodes.SelfNeed, need.Position, $"`{step.Id}` needs itself.", "Remove it.");
        }
        else if (outer.IsTaken(need.Text) || outer.Workflow.Inner.BlockOf(need.Text) is not null)
        {
            diagnostics.Error(DiagnosticCodes.NeedElsewhere, need.Position, $"`{need.Text}` is a step of another block; a step needs only steps beside it.", "Put the `needs` on the enclosing block.");
        }
        else
        {
            diagnostics.Error(DiagnosticCodes.UnknownNeed, need.Position, $"There is no step `{need.Text}` beside `{step.Id}`.", NearNames.DidYouMean(need.Text, slots.Keys.Where(id => id != step.Id)));
        }

        return null;
    }
}
