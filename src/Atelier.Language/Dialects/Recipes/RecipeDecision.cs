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
            _ when operation.Action.Work == RecipeWork.Iterate => ["technical_score", "aesthetic_score", "rounds", "converged", "technical_by", "aesthetic_by"],
            "vision.quality" => ["technical_score", "aesthetic_score", "passed", "reasons", "technical_by", "aesthetic_by"],
            "vision.detect" => ["count", "width", "height", "objects", "made_by"],
            "vision.segment" => ["count", "area_share", "made_by"],
            "vision.describe" => ["description", "fields", "missing", "made_by"],
            "vision.classify" => ["best", "best_score", "labels", "made_by"],
            "people.review" => ["verdict", "value", "note", "by"],
            _ => [],
        };
        return Node.Map(at, [.. fields.Select(field => ((string, YamlNode?))(field, Node.Expression(at, Part(operation, results, field))))]);
    }

    private static string Part(RecipeOperation operation, RecipeResults results, string field) =>
        results.Part(operation, [field], field is "missing" ? "[]" : "null");
}
