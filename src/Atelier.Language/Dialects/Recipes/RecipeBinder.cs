using Atelier.Language.Binding;
using Atelier.Language.Cel.Syntax;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>From steps as written to operations in the order they run, with what they need put in before them.</summary>
internal sealed class RecipeBinder(RecipeDefinition recipe, DiagnosticBag diagnostics)
{
    /// <summary>Ids of the canonical form and members of a photo's line that no result may take.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "find", "photo", "photos", "shot", "info", "taken", "dropped_out", "decided", "edited", "kept", "embedding",
        "decisions", "table", "sheet", "sheet_kept",
        "picture", "caption", "applied", "reasons", "made_by", "outcome", "reason",
    };

    private readonly RecipeModels _models = new(recipe.Models, diagnostics);
    private readonly List<RecipeOperation> _operations = [];
    private readonly HashSet<string> _results = new(StringComparer.Ordinal);

    /// <summary>Every operation; incomplete when a mistake was told.</summary>
    public IReadOnlyList<RecipeOperation> Bind()
    {
        CheckStages();
        for (var stage = 0; stage < recipe.Stages.Length; stage++)
        {
            foreach (var step in recipe.Stages[stage].Steps)
            {
                if (Operation(step, recipe.Stages[stage], stage) is { } operation)
                {
                    _operations.Add(operation);
                }
            }
        }

        return _operations;
    }

    private void CheckStages()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < recipe.Stages.Length; index++)
        {
            var stage = recipe.Stages[index];
            foreach (var need in stage.DependsOn ?? [])
            {
                if (names.ContainsKey(need.Text))
                {
                    continue;
                }

                var later = recipe.Stages.Skip(index).Any(other => other.Name?.Text == need.Text);
                diagnostics.Error(
                    later ? DiagnosticCodes.RecipeLaterStage : DiagnosticCodes.RecipeUnknownStage,
                    need.Position,
                    later ? need.Text == stage.Name?.Text ? $"The stage `{need.Text}` depends on itself." : $"The stage `{need.Text}` is written after this one." : $"There is no stage `{need.Text}`.",
                    later ? "Stages depend on stages written before them." : NearNames.DidYouMean(need.Text, names.Keys));
            }

            if (stage.Name is { } name && !names.TryAdd(name.Text, index))
            {
                diagnostics.Error(DiagnosticCodes.RecipeDuplicateName, name.Position, $"There is another stage `{name.Text}`.", "Give each its own name.");
            }
        }
    }

    private RecipeOperation? Operation(RecipeStep step, RecipeStage stage, int index)
    {
        var family = step.Model is null ? null : _models.FamilyOf(step.Model);
        if (RecipeActions.Find(step.Action.Text) is not { } action)
        {
            var near = RecipeActions.All.Where(known => family is null || known.Family == family).Select(static known => known.Name).ToArray();
            diagnostics.Error(
                DiagnosticCodes.RecipeUnknownAction,
                step.Action.Position,
                $"There is no recipe action `{step.Action.Text}`.",
                NearNames.DidYouMean(step.Action.Text, RecipeActions.All.Select(static known => known.Name)) ?? $"{(family is null ? "Known" : $"`{step.Model!.Text}` does")}: {NearNames.List(near)}.");
            return null;
        }

        RecipeParameters.Check(step, action, diagnostics);
        if (step.Parameter("classes", "detect") is { } classes)
        {
            RecipeClasses.Check(classes.Value, diagnostics);
        }

        if (step.Model is not null && family is { } given && !Fits(given, action))
        {
            diagnostics.Error(
                DiagnosticCodes.RecipeWrongModel,
                step.Model.Position,
                $"`{step.Model.Text}` cannot do `{action.Name}`.",
                action.Family == ModelFamily.None ? "It takes no model." : $"That is for a model such as `{RecipeModels.Usual(action.Family)}`.");
        }

        return new RecipeOperation
        {
            Step = step,
            Action = action,
            Model = action.Family == ModelFamily.None ? null : step.Model?.Text ?? RecipeModels.Usual(action.Family),
            Result = ResultOf(step, action),
            Stage = index,
            ContinueOnFailure = stage.ContinueOnFailure || step.ContinueOnFailure,
            Timeout = step.Timeout ?? stage.Timeout,
        };
    }

    private static bool Fits(ModelFamily family, RecipeAction action) =>
        family == action.Family || (action.Work == RecipeWork.Select && family is ModelFamily.Scores or ModelFamily.Words);

    private string ResultOf(RecipeStep step, RecipeAction action)
    {
        if (step.OutputTo is not { } output)
        {
            return Free(action.Result);
        }

        if (!CelWords.IsName(output.Text) || WorkflowNames.Reserved.Contains(output.Text) || Taken.Contains(output.Text))
        {
            diagnostics.Error(DiagnosticCodes.RecipeBadName, output.Position, $"`{output.Text}` cannot be the name of a result.", "Use letters, digits and `_`, beginning with a letter, and no reserved word.");
        }
        else if (!_results.Add(output.Text))
        {
            diagnostics.Error(DiagnosticCodes.RecipeDuplicateName, output.Position, $"There is another result `{output.Text}` before this one.", "Give each its own name with `output_to`.");
        }

        return output.Text;
    }

    /// <summary>The name, or the name with a number when it is taken.</summary>
    private string Free(string name)
    {
        var free = name;
        for (var number = 2; !_results.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }
}
