using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>What a line of the decisions says of each result: words and numbers, and who made them.</summary>
internal static class RecipeDecision
{
    public static YamlNode Of(RecipeOperation operation, RecipeResults results)
    {
        var at = operation.Position;
        if (operation.Action.IsCollection)
        {
            return Node.Expression(at, results.Whole(operation));
        }

        string[] fields = operation.Action.Uses switch
        {
            _ when operation.Action.Work == RecipeWork.Iterate => ["technical_score", "aesthetic_score", "rounds", "converged"],
            "vision.quality" => ["technical_score", "aesthetic_score", "passed", "reasons"],
            "vision.detect" => ["count", "objects"],
            "vision.segment" => ["count", "area_share"],
            "vision.describe" => ["description", "fields"],
            "vision.classify" => ["best", "best_score", "labels"],
            "people.review" => ["verdict", "value", "note", "by"],
            _ => [],
        };
        return Node.Map(at, [.. fields.Select(field => ((string, YamlNode?))(field, Node.Expression(at, Part(operation, results, field))))]);
    }

    /// <summary>Result to the model that made it, with its digest where the result says so; of rules <c>classic</c>.</summary>
    public static YamlMap Makers(IEnumerable<RecipeOperation> operations, RecipeResults results, SourcePosition at) => Node.Map(
        at,
        [
            .. operations.Where(static operation => operation.Result != "embedding" && operation.Action.Family != ModelFamily.None).Select(operation => ((string, YamlNode?))(operation.Result, Maker(operation, results))),
            ("decided", Node.Text(at, "classic")),
        ]);

    private static YamlScalar Maker(RecipeOperation operation, RecipeResults results) => operation.Action.Uses switch
    {
        "vision.quality" => Node.Expression(operation.Position, Part(operation, results, "technical_by")),
        "vision.describe" => Node.Expression(operation.Position, Part(operation, results, "model")),
        "vision.group" => Node.Text(operation.Position, "classic"),
        _ => Node.Text(operation.Position, operation.Model!),
    };

    private static string Part(RecipeOperation operation, RecipeResults results, string field) => results.Part(operation, [field], "null");
}
