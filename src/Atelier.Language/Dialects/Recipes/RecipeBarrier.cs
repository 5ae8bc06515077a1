using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Canonical steps of actions over all photos.</summary>
internal sealed class RecipeBarrier(RecipeResults results, string pass)
{
    public YamlNode Step(RecipeOperation operation)
    {
        var at = operation.Position;
        var with = operation.Action.Work == RecipeWork.Group ? Group(operation) : Select(operation);
        return Node.Map(
            at,
            ("id", Node.Text(operation.Step.OutputTo?.Position ?? operation.Step.Action.Position, operation.Result)),
            ("uses", Node.Text(operation.Step.Action.Position, operation.Action.Uses)),
            ("with", with),
            ("timeout", operation.Timeout is { } timeout ? RecipeParameters.Duration(timeout) : null),
            ("queue", Node.Text(at, operation.Action.Name == "compare_moments" ? "gpu_queue" : "cpu_queue")),
            ("on_failure", operation.ContinueOnFailure ? RecipeSteps.Recover(operation) : null));
    }

    /// <summary>The photos with what was found out about them together; those that are not the best of their group drop out where only the best are kept.</summary>
    public YamlNode Regroup(IReadOnlyList<RecipeOperation> operations, IReadOnlyDictionary<string, string> takesPart, int next, SourcePosition at)
    {
        var keep = operations.Where(KeepsBest).ToArray();
        var where = operations.Where(operation => takesPart.ContainsKey(operation.Result)).ToArray();
        return Node.Map(
            at,
            ("id", Node.Text(at, $"shots_{next}")),
            ("uses", Node.Text(at, "recipe.photos")),
            ("with", Node.Map(
                at,
                ("items", Node.Expression(at, $"{pass}.items")),
                ("results", Node.Map(at, [.. operations.Select(operation => ((string, YamlNode?))(operation.Result, Node.Expression(operation.Position, operation.Result)))])),
                ("keep_best", keep.Length == 0 ? null : Node.List(at, keep.Select(operation => Node.Text(operation.Position, operation.Result)))),
                ("where", where.Length == 0 ? null : Node.Map(at, [.. where.Select(operation => ((string, YamlNode?))(operation.Result, Node.Text(operation.Position, takesPart[operation.Result])))])))),
            ("queue", Node.Text(at, "cpu_queue")));
    }

    private static bool KeepsBest(RecipeOperation operation) =>
        operation.Step.Parameter("keep_best_only") is { Value: YamlScalar flag } ? flag.Boolean
        : operation.Action.Name == "select_best_from_group" || operation.Step.Parameter("select") is not null;

    private YamlMap Group(RecipeOperation operation)
    {
        var at = operation.Position;
        var fields = RecipeParameters.Fields(operation).ToList();
        if (!fields.Any(static field => field.Field == "threshold"))
        {
            // Photos of one burst are less alike than copies of one photo.
            fields.Insert(0, ("threshold", Node.Plain(at, operation.Action.Name == "find_duplicates" ? "0.95" : "0.9")));
        }

        var embedding = results.Latest("vision.embed")!.Result;
        var quality = results.Latest("vision.quality")?.Result;
        return Node.Map(
            at,
            [
                ("items", Node.Expression(at, $"{pass}.items")),
                ("vector", Node.Text(at, $"{embedding}.vector")),
                .. fields,
                ("prefer", quality is null ? null : Node.Text(at, $"{quality}.technical_score")),
            ]);
    }

    private YamlMap Select(RecipeOperation operation)
    {
        var at = operation.Position;
        var groups = results.Latest("vision.group");
        var quality = results.Latest("vision.quality")!.Result;
        var looks = operation.Action.Name == "compare_moments";
        return Node.Map(
            at,
            [
                ("items", Node.Expression(at, $"{pass}.items")),
                ("grouping", groups is null ? null : Node.Expression(at, groups.Result)),
                ("technical", Node.Text(at, $"{quality}.technical_score")),
                ("aesthetic", Node.Text(at, $"{quality}.aesthetic_score")),
                ("weights", Weights(operation)),
                ("model", looks ? Node.Text(operation.Step.Model?.Position ?? at, operation.Model!) : null),
                ("image", looks ? Node.Text(at, "photo") : null),
                .. RecipeParameters.Fields(operation),
            ]);
    }

    private static YamlMap? Weights(RecipeOperation operation)
    {
        var select = operation.Step.Parameter("select");
        var (off, other) = (select?.Value as YamlScalar)?.Text switch
        {
            "highest_technical_score" => ("aesthetic", "technical"),
            "highest_aesthetic_score" => ("technical", "aesthetic"),
            _ => (null, null),
        };
        return off is null ? null : Node.Map(select!.Value.Position, (off, Node.Plain(select.Value.Position, "0")), (other!, Node.Plain(select.Value.Position, "1")), ("comparison", Node.Plain(select.Value.Position, "0")));
    }
}
