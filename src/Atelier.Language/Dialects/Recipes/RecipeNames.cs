namespace Atelier.Language.Dialects.Recipes;

/// <summary>What the names in conditions, prompts and <c>input_from</c> stand for: results, stages, and the words people use for parts of results.</summary>
internal sealed class RecipeNames(RecipeDefinition recipe)
{
    /// <summary>Words for parts of results: the action whose result it is, and the path in it.</summary>
    private static readonly Dictionary<string, (string Action, string[] Path)> Words = new(StringComparer.Ordinal)
    {
        ["quality"] = ("quality_check", []),
        ["technical_score"] = ("quality_check", ["technical_score"]),
        ["aesthetic_score"] = ("quality_check", ["aesthetic_score"]),
        ["detected_objects"] = ("detect_objects", []),
        ["objects"] = ("detect_objects", []),
        ["detected_faces"] = ("detect_objects", ["faces"]),
        ["faces"] = ("detect_objects", ["faces"]),
        ["object_count"] = ("detect_objects", ["count"]),
        ["face_count"] = ("detect_objects", ["faces", "count"]),
        ["scene_analysis"] = ("analyze_scene", []),
        ["scene"] = ("analyze_scene", []),
        ["scene_type"] = ("analyze_scene", ["scene_type"]),
        ["lighting"] = ("analyze_scene", ["lighting"]),
        ["similar_images"] = ("group_similar", []),
        ["duplicates"] = ("group_similar", []),
        ["group_size"] = ("group_similar", ["count"]),
    };

    private readonly List<RecipeOperation> _known = [];

    /// <summary>Every name that may be read now, for "did you mean".</summary>
    public IEnumerable<string> Visible => _known.Select(static operation => operation.Result).Concat(Words.Keys).Concat(recipe.Stages.Select(static stage => stage.Name?.Text).OfType<string>());

    /// <summary>A result exists from here on.</summary>
    public void Add(RecipeOperation operation) => _known.Add(operation);

    /// <summary>
    /// The result and the path in it; with a null operation the name of the action that would yield it; null: nobody knows the name.
    /// A result of that very name comes first, then the last result of a stage of that name, then the words.
    /// </summary>
    public (RecipeOperation? Operation, string Action, IReadOnlyList<string> Path)? Find(string name)
    {
        if (_known.Find(operation => operation.Result == name) is { } own)
        {
            return (own, own.Action.Name, []);
        }

        var stage = recipe.Stages.Select(static (stage, index) => (stage.Name?.Text, Index: index)).FirstOrDefault(stage => stage.Text == name, (null, -1)).Index;
        if (_known.FindLast(operation => operation.Stage == stage && !operation.Implied) is { } last)
        {
            return (last, last.Action.Name, []);
        }

        if (!Words.TryGetValue(name, out var word))
        {
            return null;
        }

        var uses = RecipeActions.Find(word.Action)!.Uses;
        var operation = _known.FindLast(known => known.Action.Name == word.Action) ?? _known.FindLast(known => known.Action.Uses == uses && known.Action.Work != RecipeWork.Iterate && Same(known, word.Action));
        return (operation, word.Action, word.Path);
    }

    /// <summary>The latest result of a canonical action; null: there is none.</summary>
    public RecipeOperation? Latest(string uses) => _known.FindLast(known => known.Action.Uses == uses && known.Action.Work != RecipeWork.Iterate);

    // A description that was asked for something else is no scene analysis.
    private static bool Same(RecipeOperation known, string action) => action != "analyze_scene" || known.Action.Name == "describe";
}
