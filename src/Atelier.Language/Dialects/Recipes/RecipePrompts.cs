using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>What a vision-language model is asked where a recipe does not say.</summary>
internal static class RecipePrompts
{
    private static readonly string[] Scene = ["subjects", "lighting", "composition", "suggestions"];
    private static readonly string[] Edits = ["crop", "color", "emphasize", "reasons"];

    public static string Usual(string action) => action switch
    {
        "analyze_scene" => "Analyze this photo: its main subjects and where they are, the lighting (bright, normal or low_light), issues of the composition, and suggested improvements.",
        "suggest_edits" => "Suggest edits for this photo: the best crop, color adjustments, and what to emphasize, each with the reason.",
        _ => "Describe this photo.",
    };

    /// <summary>The fields that are read from the answer where the recipe names none; null: the answer is text.</summary>
    public static IReadOnlyList<string>? Fields(RecipeOperation operation) => operation.Action.Name switch
    {
        "analyze_scene" => Scene,
        "suggest_edits" when operation.Step.Parameter("output_format") is not { Value: YamlScalar { Text: "text" } } => Edits,
        _ => null,
    };
}
