using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Checks one name of an expression, and the fields read of it, against the place it stands in.</summary>
internal static class ReferenceCheck
{
    private static readonly OutputShape RunShape = OutputShape.Closed("id", "workflow", "started");

    public static ReferenceKind Check(CelReference reference, YamlScalar scalar, int offset, ReadPoint point, SecretUse secrets, DiagnosticBag diagnostics)
    {
        var use = new Use(reference, scalar.PositionAt(offset + reference.Offset), point, diagnostics);
        for (var at = point; at is not null; at = at.Outer)
        {
            if (at.Locals.TryGetValue(reference.Root, out var local))
            {
                FieldCheck.Check(local, reference, use.Position, diagnostics);
                return ReferenceKind.Plain;
            }

            if (at.Sequence is { } sequence && sequence.Slots.TryGetValue(reference.Root, out var slot))
            {
                StepReadCheck.Check(reference, use.Position, at, sequence, slot, diagnostics);
                return ReferenceKind.Plain;
            }
        }

        switch (reference.Root)
        {
            case "inputs":
                return CheckInput(use, secrets);
            case "secrets":
                return CheckSecret(use, secrets);
            case "run":
                FieldCheck.Check(RunShape, reference, use.Position, diagnostics);
                return ReferenceKind.Run;
            default:
                if (CelType.Find(reference.Root) is null)
                {
                    TellUnknown(use);
                }

                return ReferenceKind.Plain;
        }
    }

    private static ReferenceKind CheckInput(Use use, SecretUse secrets)
    {
        if (use.Reference.Path is not [var name, ..])
        {
            return ReferenceKind.Plain;
        }

        var workflow = use.Point.Workflow;
        if (workflow.Input(name) is not { } input)
        {
            var remedy = NearNames.DidYouMean(name, workflow.Inputs.Select(static known => known.Name))
                ?? (workflow.Inputs.IsEmpty ? "The workflow declares no `inputs`." : $"Declared: {NearNames.List(workflow.Inputs.Select(static known => known.Name))}.");
            use.Tell(DiagnosticCodes.UnknownInput, $"There is no input `{name}`.", remedy);
            return ReferenceKind.Plain;
        }

        if (input.Type != InputType.Secret)
        {
            return ReferenceKind.Plain;
        }

        if (secrets == SecretUse.None)
        {
            TellSecret(use, $"inputs.{name}");
        }

        return ReferenceKind.Secret;
    }

    private static ReferenceKind CheckSecret(Use use, SecretUse secrets)
    {
        if (use.Reference.Path.Count == 0)
        {
            use.Tell(DiagnosticCodes.SecretNotNamed, "A secret is read by its name.", "Write `secrets.NAME`.");
        }
        else if (secrets == SecretUse.None)
        {
            TellSecret(use, $"secrets.{use.Reference.Path[0]}");
        }

        return ReferenceKind.Secret;
    }

    private static void TellSecret(Use use, string name) =>
        use.Tell(DiagnosticCodes.SecretOutsideWith, $"`{name}` is a secret; it can be read only inside the `with` of an action.", "Hand it to the action that needs it.");

    private static void TellUnknown(Use use)
    {
        var name = use.Reference.Root;
        if (name is "each" or "item")
        {
            use.Tell(DiagnosticCodes.NameNotHere, $"`{name}` exists only inside a `for_each`.", ItemRemedy(use, name));
        }
        else if (name is "iteration")
        {
            use.Tell(DiagnosticCodes.NameNotHere, "`iteration` exists only inside a `repeat`.");
        }
        else if (name is "error" or "errors")
        {
            use.Tell(DiagnosticCodes.NameNotHere, $"`{name}` exists only inside `on_failure` and `finally`.");
        }
        else if (use.Point.Workflow.Inner.BlockOf(name) is { } block)
        {
            var visible = block.Split('/').LastOrDefault(use.Point.IsTaken);
            use.Tell(DiagnosticCodes.InsideBlock, $"`{name}` is a step inside `{block}` and not visible here.", visible is null ? null : $"Read what the block yields, `{visible}`; its `yield` says what that is.");
        }
        else
        {
            var remedy = use.Point.Workflow.Input(name) is not null
                ? $"Did you mean `inputs.{name}`?"
                : NearNames.DidYouMean(name, use.Point.VisibleNames().Distinct());
            use.Tell(DiagnosticCodes.UnknownName, $"There is no `{name}` here.", remedy);
        }
    }

    private static string? ItemRemedy(Use use, string name) =>
        name == "item" && use.Point.VisibleNames().Contains("each") ? "The items of this block have another name, given by `as`." : null;

    private sealed record Use(CelReference Reference, SourcePosition Position, ReadPoint Point, DiagnosticBag Diagnostics)
    {
        public void Tell(string code, string message, string? remedy = null) => Diagnostics.Error(code, Position, message, remedy);
    }
}
