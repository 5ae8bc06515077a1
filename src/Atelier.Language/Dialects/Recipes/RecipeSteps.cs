using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Canonical steps of actions that look at one photo.</summary>
internal sealed class RecipeSteps(RecipeDefinition recipe, RecipeResults results, RecipeInputs inputs, DiagnosticBag diagnostics)
{
    private readonly RecipeVariables _variables = new(results, inputs, diagnostics);

    /// <summary>What the photo's edit at the end shall hold.</summary>
    public RecipeWishes Wishes { get; } = new();

    private RecipePass Pass => results.Pass;

    /// <summary>Adds what the operation does to the pass.</summary>
    public void Add(RecipeOperation operation)
    {
        var writer = new RecipeStepWriter(recipe, results, operation);
        switch (operation.Action.Work)
        {
            case RecipeWork.Describe:
                Describe(operation, writer);
                break;
            case RecipeWork.Segment:
                Segment(operation, writer);
                break;
            case RecipeWork.Iterate:
                new RecipeIteration(results).Add(operation, writer, Until(operation, "measured") ?? "measured.technical_score > 7.0");
                break;
            case RecipeWork.Review:
                Review(operation, writer);
                break;
            default:
                Look(operation, writer);
                break;
        }

        results.Add(operation);
        Otherwise(operation, writer);
        Wishes.Add(operation);
    }

    /// <summary>What <c>images.info</c> says, the header read once in a pass.</summary>
    public string Metadata(string field, SourcePosition position)
    {
        if (!Pass.Has("info"))
        {
            Pass.Add("info", Node.Map(position, ("id", Node.Text(position, "info")), ("uses", Node.Text(position, "images.info")), ("with", Node.Map(position, ("image", Node.Expression(position, Pass.Photo)))), ("queue", Node.Text(position, "cpu_queue"))), [], []);
        }

        return $"info.{field}";
    }

    /// <summary>All conditions of an operation as one expression; null: there is none.</summary>
    public string? ConditionOf(RecipeOperation operation) => RecipeStepWriter.Join([.. operation.Step.Conditions.Select(condition => results.Condition(condition)).OfType<string>()]);

    /// <summary>A failure that is passed over: the step ends with nothing in it.</summary>
    public static YamlNode Recover(RecipeOperation operation)
    {
        var at = operation.Position;
        return Node.List(at, [Node.Map(at, ("id", Node.Text(at, $"{operation.Result}_failed")), ("uses", Node.Text(at, "core.recover")), ("with", Node.Map(at, ("value", Node.Map(at)))))]);
    }

    private void Look(RecipeOperation operation, RecipeStepWriter writer)
    {
        var fields = RecipeParameters.Fields(operation).ToList();
        if (operation.Action.Name == "quality_filter" && !fields.Any(static field => field.Field == "reject_if_below") && operation.Step.Parameter("mark_for_review") is null)
        {
            fields.Add(("reject_if_below", Node.Plain(operation.Step.Action.Position, "true")));
        }

        writer.Write(fields, Until(operation, $"{operation.Result}_round"));
        if (operation.Step.Parameter("mark_for_review") is { Value: YamlScalar { Boolean: true } flag })
        {
            writer.Review(flag.Position, $"!{operation.Result}.passed", "The quality check was not passed. Keep this photo?", operation.Result);
        }
    }

    private void Describe(RecipeOperation operation, RecipeStepWriter writer)
    {
        var step = operation.Step;
        var fields = RecipeParameters.Fields(operation).ToList();
        var variables = step.Parameter("variables")?.Value as YamlMap;
        var prompt = step.Parameter("prompt_template", "prompt")?.Value as YamlScalar;
        var needsInfo = _variables.ReadsMetadata(variables);
        if (needsInfo)
        {
            Metadata("exif", variables!.Position);
        }

        var text = prompt is null ? Node.Text(operation.Position, RecipePrompts.Usual(operation.Action.Name)) : _variables.Fill(prompt, variables, writer);
        fields.Insert(0, ("prompt", text));
        if (!fields.Any(static field => field.Field == "fields") && RecipePrompts.Fields(operation) is { } usual)
        {
            fields.Add(("fields", Node.List(operation.Position, usual.Select(field => Node.Text(operation.Position, field)))));
        }

        if (step.Parameter("context_from") is { } context)
        {
            fields.Add(("context", Context(context.Value, writer)));
        }

        writer.Write(fields, Until(operation, $"{operation.Result}_round"), needsInfo ? ["info"] : []);
    }

    private YamlScalar Context(YamlNode names, RecipeStepWriter writer)
    {
        var lines = new List<string>();
        foreach (var name in (names as YamlList)?.Items.OfType<YamlScalar>() ?? [(YamlScalar)names])
        {
            if (results.Find(name.Text) is { } operation)
            {
                writer.Reads(operation);
                lines.Add($"{name.Text}: ${{{RecipeContext.Of(operation, results)}}}");
            }
        }

        return Node.Text(names.Position, string.Join('\n', lines));
    }

    private void Segment(RecipeOperation operation, RecipeStepWriter writer)
    {
        var fields = RecipeParameters.Fields(operation).ToList();
        var from = operation.Step.Parameter("input_from")?.Value as YamlScalar;
        var objects = (from is null ? null : results.Find(from.Text)) ?? results.Latest("vision.detect")!;
        if (objects.Action.Uses != "vision.detect")
        {
            diagnostics.Error(DiagnosticCodes.RecipeBadParameter, from!.Position, $"`{from.Text}` holds no objects to segment.", "Name the result of `detect_objects`.");
        }

        writer.Reads(objects);
        writer.OnlyWith(objects);
        fields.Insert(0, ("objects", Node.Expression(from?.Position ?? operation.Position, results.Whole(objects))));
        var faces = operation.Action.Name is "segment_all_faces" or "enhance_faces" || from?.Text is "detected_faces" or "faces";
        if (faces && !fields.Any(static field => field.Field == "classes"))
        {
            fields.Add(("classes", Node.List(operation.Position, [Node.Text(from?.Position ?? operation.Position, "face")])));
        }

        if (faces)
        {
            // All of them, as many as one question takes: groups have more faces than the usual number of things.
            fields.Add(("max", Node.Plain(operation.Position, "100")));
        }

        writer.Write(fields, Until(operation, $"{operation.Result}_round"));
    }

    private void Review(RecipeOperation operation, RecipeStepWriter writer)
    {
        var at = operation.Position;
        var fields = RecipeParameters.Fields(operation).ToList();
        fields.Insert(0, ("question", operation.Step.Parameter("question")?.Value is { } question ? Node.Literal(question) : Node.Text(at, "Keep this photo?")));
        writer.Write(fields, Until(operation, $"{operation.Result}_round"));
        writer.Reject(at, $"{operation.Result}_no", $"{operation.Result}.?verdict.orValue('accept') == 'reject'", "rejected in the review", operation.Result);
    }

    // What a photo does for which the condition fails.
    private void Otherwise(RecipeOperation operation, RecipeStepWriter writer)
    {
        if (operation.Step.Else is not { } other || other.Text == "skip" || ConditionOf(operation) is not { } condition)
        {
            return;
        }

        switch (other.Text)
        {
            case "reject":
                writer.Reject(other.Position, $"{operation.Result}_else", $"!({condition})", $"not so: {operation.Step.Conditions[^1].Text}", operation.Result);
                break;
            case "review" or "mark_for_review":
                writer.Review(other.Position, $"!({condition})", $"Not so: {operation.Step.Conditions[^1].Text}. Keep this photo?", operation.Result);
                break;
            default:
                diagnostics.Error(DiagnosticCodes.RecipeBadParameter, other.Position, $"`else` takes skip, reject or mark_for_review, not {other.Kind}.");
                break;
        }
    }

    // In a loop the step's own result is that of the round.
    private string? Until(RecipeOperation operation, string round) =>
        operation.Step.IterateUntil is { } until
            ? results.Condition(until, reference => !RecipeLoop.IsOwn(operation, reference) ? null
                : $"{round}{string.Concat((reference.Root == operation.Result ? reference.Path : [reference.Root, .. reference.Path]).Select(static part => $".{part}"))}")
            : null;
}
