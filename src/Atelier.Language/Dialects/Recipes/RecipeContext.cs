namespace Atelier.Language.Dialects.Recipes;

/// <summary>What a model is told of earlier results: words and numbers, no masks and no vectors.</summary>
internal static class RecipeContext
{
    public static string Of(RecipeOperation operation, RecipeResults results) => operation.Action.Uses switch
    {
        "vision.describe" => results.Part(operation, ["description"]),
        "vision.detect" => $"{results.Part(operation, ["objects"], "[]")}.map(seen, seen.label + ' ' + string(seen.score))",
        "vision.quality" => $"'technical ' + string({results.Part(operation, ["technical_score"])})",
        "vision.classify" => $"{results.Part(operation, ["labels"], "[]")}.map(label, label.label)",
        _ => $"string({results.Part(operation, ["count"])})",
    };
}
