using Atelier.Language.Cel;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// Puts in the steps that a recipe reads the results of and does not have, each before the step that reads it: a stage alone runs so too. What an
/// action needs by itself (an embedding to group by, scores to choose by) comes without a word; what the recipe names comes with a warning.
/// </summary>
internal sealed class RecipeImplied(RecipeDefinition recipe, DiagnosticBag diagnostics)
{
    private readonly RecipeNames _names = new(recipe);
    private readonly List<RecipeOperation> _operations = [];

    public IReadOnlyList<RecipeOperation> Complete(IReadOnlyList<RecipeOperation> operations)
    {
        foreach (var operation in operations)
        {
            foreach (var (name, position) in Reads(operation))
            {
                Read(name, position, operation);
            }

            foreach (var action in Needs(operation).Where(action => _names.Latest(RecipeActions.Find(action)!.Uses) is null))
            {
                Add(action, operation, operation.Position);
            }

            _operations.Add(operation);
            _names.Add(operation);
        }

        return _operations;
    }

    private void Read(string name, SourcePosition position, RecipeOperation reader)
    {
        if (_names.Find(name) is not { } found)
        {
            diagnostics.Error(DiagnosticCodes.RecipeUnknownResult, position, $"No step before this one yields `{name}`.", NearNames.DidYouMean(name, _names.Visible) ?? "Name a result with `output_to` on the step that yields it.");
        }
        else if (found.Operation is null)
        {
            diagnostics.Warning(DiagnosticCodes.RecipeImpliedStep, position, $"No step before this one yields `{name}`; `{found.Action}` with `{RecipeModels.Usual(RecipeActions.Find(found.Action)!.Family)}` is put in before it.", "Write the step if it should be done otherwise.");
            Add(found.Action, reader, position);
        }
    }

    private static IEnumerable<string> Needs(RecipeOperation operation) => operation.Action.Work switch
    {
        RecipeWork.Group when operation.Step.Parameter("keep_best_only") is not null => ["embed", "quality_check"],
        RecipeWork.Group => ["embed"],
        RecipeWork.Select when operation.Action.Name is "select_best_from_group" or "compare_moments" => ["quality_check", "group_similar"],
        RecipeWork.Select => ["quality_check"],
        RecipeWork.Segment => ["detect_objects"],
        _ => [],
    };

    private void Add(string name, RecipeOperation reader, SourcePosition position)
    {
        var action = RecipeActions.Find(name)!;
        var implied = new RecipeOperation
        {
            Step = new RecipeStep { Position = position, Action = Node.Text(position, name), Parameters = Parameters(name, reader, position) },
            Action = action,
            Model = RecipeModels.Usual(action.Family),
            Result = action.Result,
            Stage = reader.Stage,
            Implied = true,
        };
        foreach (var need in Needs(implied).Where(need => _names.Latest(RecipeActions.Find(need)!.Uses) is null))
        {
            Add(need, reader, position);
        }

        // What is looked at in each photo comes before the photos wait for each other.
        var at = _operations.Count;
        while (!action.IsCollection && at > 0 && _operations[at - 1].Action.IsCollection && reader.Action.IsCollection)
        {
            at--;
        }

        _operations.Insert(at, implied);
        _names.Add(implied);
    }

    private static System.Collections.Immutable.ImmutableArray<YamlMember> Parameters(string name, RecipeOperation reader, SourcePosition position)
    {
        if (name == "detect_objects")
        {
            var classes = reader.Action.Name is "segment_all_faces" or "enhance_faces" ? ["face"] : new[] { "person", "face" };
            return [new YamlMember(Node.Text(position, "classes"), Node.List(position, classes.Select(one => Node.Text(position, one))))];
        }

        return [];
    }

    private IEnumerable<(string Name, SourcePosition Position)> Reads(RecipeOperation operation)
    {
        var step = operation.Step;
        foreach (var condition in step.Conditions)
        {
            foreach (var reference in RecipeCondition.Parse(condition, diagnostics)?.References ?? [])
            {
                yield return (reference.Root, condition.PositionAt(reference.Offset));
            }
        }

        foreach (var reference in Until(operation))
        {
            yield return (reference.Root, step.IterateUntil!.PositionAt(reference.Offset));
        }

        foreach (var member in new[] { step.Parameter("input_from"), step.Parameter("context_from") }.OfType<YamlMember>())
        {
            foreach (var name in (member.Value as YamlList)?.Items.OfType<YamlScalar>() ?? [(YamlScalar)member.Value])
            {
                yield return (name.Text, name.Position);
            }
        }
    }

    private IEnumerable<CelReference> Until(RecipeOperation operation) =>
        operation.Step.IterateUntil is { } until
            ? (RecipeCondition.Parse(until, diagnostics)?.References ?? []).Where(reference => !RecipeLoop.IsOwn(operation, reference))
            : [];
}
