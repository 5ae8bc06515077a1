using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>What a run of a recipe is given: the folder of photos, where results go, and the variables that people fill.</summary>
internal sealed class RecipeInputs(RecipeDefinition recipe)
{
    private readonly Dictionary<string, SourcePosition> _variables = new(StringComparer.Ordinal);

    /// <summary>A variable that people fill; the same name is one input.</summary>
    public string Variable(string name, SourcePosition position)
    {
        var input = name is "photos" or "out" ? $"{name}_variable" : name;
        _variables.TryAdd(input, position);
        return $"inputs.{input}";
    }

    public YamlMap ToNode(SourcePosition start) => Node.Map(
        start,
        [
            ("photos", Node.Map(start, ("type", Node.Text(start, "path")), ("default", recipe.Photos is { } photos ? Node.Literal(photos) : null), ("description", Node.Text(start, "The folder of photos.")))),
            ("out", Node.Map(start, ("type", Node.Text(start, "path")), ("default", recipe.Out is { } folder ? Node.Literal(folder) : Node.Text(start, "./out")), ("description", Node.Text(start, "Where edited photos and the decisions go.")))),
            .. _variables.Select(static variable => ((string, YamlNode?))(variable.Key, Node.Map(variable.Value, ("type", Node.Text(variable.Value, "string")), ("description", Node.Text(variable.Value, "A variable of the recipe's prompts."))))),
        ]);
}
