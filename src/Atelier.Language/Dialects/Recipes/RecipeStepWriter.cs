using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Writes the steps of one operation into the pass: what each waits for, when it runs, where, and what its failure means.</summary>
internal sealed class RecipeStepWriter(RecipeDefinition recipe, RecipeResults results, RecipeOperation operation)
{
    private readonly HashSet<string> _reads = new(StringComparer.Ordinal);
    private readonly List<string> _conditions = [];
    private string? _last;

    /// <summary>The step reads this result.</summary>
    public void Reads(RecipeOperation other) => _reads.Add(other.Result);

    /// <summary>The step runs only where this result is there.</summary>
    public void OnlyWith(RecipeOperation other)
    {
        if (other.MayBeAbsent)
        {
            _conditions.Add(results.Exists(other));
        }
    }

    /// <summary>The operation's own step: its action on the photo, or that action again and again until a condition holds.</summary>
    public void Write(IEnumerable<(string Field, YamlNode? Value)> fields, string? until, IEnumerable<string>? alsoReads = null)
    {
        var at = operation.Position;
        _reads.UnionWith(alsoReads ?? []);
        var action = new (string, YamlNode?)[]
        {
            ("uses", Node.Text(operation.Step.Action.Position, operation.Action.Uses)),
            ("with", Node.Map(at, [("image", Node.Expression(at, results.Pass.Photo)), ("model", operation.Model is { } model ? Node.Text(operation.Step.Model?.Position ?? at, model) : null), .. fields])),
            ("timeout", Timeout),
            ("queue", Node.Text(at, Queue)),
        };
        if (until is null)
        {
            WriteStep(action);
            return;
        }

        var round = $"{operation.Result}_round";
        WriteStep(
            ("repeat", Loop(until, "keep_last")),
            ("yield", Node.Expression(at, round)),
            ("steps", Node.List(at, [Node.Map(at, [("id", Node.Text(at, round)), .. action])])));
    }

    /// <summary>The operation's own step with these members.</summary>
    public void WriteStep(params ReadOnlySpan<(string Key, YamlNode? Value)> members)
    {
        var at = operation.Position;
        var conditions = operation.Step.Conditions.Select(condition => results.Condition(condition)).OfType<string>().Concat(_conditions).ToArray();
        foreach (var condition in operation.Step.Conditions)
        {
            ReadAll(condition);
        }

        if (operation.Step.IterateUntil is { } until)
        {
            ReadAll(until);
        }

        var node = Node.Map(
            at,
            [
                ("id", Node.Text(operation.Step.OutputTo?.Position ?? operation.Step.Action.Position, operation.Result)),
                ("if", Join(conditions) is { } all ? Node.Expression(operation.Step.Conditions is [var first, ..] ? first.Position : at, all) : null),
                .. members,
                ("on_failure", operation.ContinueOnFailure ? RecipeSteps.Recover(operation) : null),
            ]);
        var stage = recipe.Stages[operation.Stage];
        Add(operation.Result, node, stage.Parallel ? results.Pass.Begin(recipe, operation.Stage) : results.Pass.End(recipe, operation.Stage), stage.Parallel);
    }

    /// <summary>The bound of a loop.</summary>
    public YamlMap Loop(string until, string exhausted) => Loop(until, Node.Text(operation.Position, exhausted));

    /// <inheritdoc cref="Loop(string, string)" />
    public YamlMap Loop(string until, YamlNode exhausted) => Node.Map(
        operation.Position,
        ("until", Node.Expression(operation.Step.IterateUntil?.Position ?? operation.Position, until)),
        ("max", operation.Step.MaxRounds ?? Node.Plain(operation.Position, "4")),
        ("on_exhausted", exhausted));

    /// <summary>The timeout of each action of the operation; null: none.</summary>
    public YamlScalar? Timeout => operation.Timeout is { } timeout ? RecipeParameters.Duration(timeout) : null;

    /// <summary>The queue of the operation's model.</summary>
    public string Queue => operation.Action.Uses == "people.review" ? "fast_queue" : RecipeModels.Queue(operation.Action.Family);

    /// <summary>After the operation's step: a person decides where a condition holds; who is rejected drops out.</summary>
    public void Review(SourcePosition at, string condition, string question, string reads)
    {
        var id = $"{operation.Result}_review";
        _reads.Add(reads);
        Follow(id, Node.Map(
            at,
            ("id", Node.Text(at, id)),
            ("if", Node.Expression(at, condition)),
            ("uses", Node.Text(at, "people.review")),
            ("with", Node.Map(at, ("question", Node.Text(at, RecipePrompt.Literal(question))), ("image", Node.Expression(at, results.Pass.Photo)))),
            ("queue", Node.Text(at, "fast_queue"))));
        Reject(at, $"{operation.Result}_no", $"{id}.?verdict.orValue('accept') == 'reject'", "rejected in the review", id);
    }

    /// <summary>After the operation's step: the photo drops out where a condition holds.</summary>
    public void Reject(SourcePosition at, string id, string condition, string reason, string reads)
    {
        _reads.Add(reads);
        Follow(id, Node.Map(
            at,
            ("id", Node.Text(at, id)),
            ("if", Node.Expression(at, condition)),
            ("uses", Node.Text(at, "core.reject")),
            ("with", Node.Map(at, ("reason", Node.Text(at, RecipePrompt.Literal(reason)))))));
    }

    /// <summary>Several conditions as one; null: there is none.</summary>
    public static string? Join(IReadOnlyList<string> conditions) => conditions.Count switch
    {
        0 => null,
        1 => conditions[0],
        _ => string.Join(" && ", conditions.Select(static condition => condition.Contains("||", StringComparison.Ordinal) || condition.Contains('?', StringComparison.Ordinal) ? $"({condition})" : condition)),
    };

    private void ReadAll(YamlScalar condition)
    {
        foreach (var reference in RecipeCondition.Parse(condition, new DiagnosticBag())?.References ?? [])
        {
            if (results.Find(reference.Root) is { } other)
            {
                Reads(other);
            }
        }
    }

    private void Follow(string id, YamlMap node) => Add(id, node, _last is null ? results.Pass.End(recipe, operation.Stage) : [_last], recipe.Stages[operation.Stage].Parallel);

    private void Add(string id, YamlMap node, IReadOnlyList<string> after, bool beside)
    {
        results.Pass.Add(id, node, after, _reads);
        results.Pass.Ended(operation.Stage, id, beside);
        _last = id;
    }
}
