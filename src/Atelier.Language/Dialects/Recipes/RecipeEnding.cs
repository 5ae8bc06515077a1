using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>The end of every recipe: what was found out becomes a decision, the edits are made once, the photo is written, and a line says what and why.</summary>
internal sealed class RecipeEnding(RecipeDefinition recipe, RecipeResults results)
{
    private readonly SourcePosition _at = recipe.Position;

    private RecipePass Pass => results.Pass;

    /// <summary>Adds the last steps of the last pass; gives what it yields: the photo's line in the decisions.</summary>
    public YamlMap Add(RecipeWishes wishes)
    {
        var reads = results.Made.Select(static operation => operation.Result).ToArray();
        var (quality, objects, scene) = (results.Latest("vision.quality"), results.Latest("vision.detect"), Scene());
        var decide = Node.Map(
            _at,
            ("quality", Optional(quality)),
            ("objects", Optional(objects)),
            ("scene", Optional(scene)),
            ("aspect", wishes.Aspect is { } aspect ? Node.Literal(aspect) : null),
            ("crop", Node.Text(wishes.Crop?.Position ?? _at, wishes.Crop is null ? "auto" : "always")));
        Pass.Add("decided", Step("decided", "vision.decide", decide, "fast_queue"), Pass.Sinks, reads);
        Pass.Add("edited", Step("edited", "images.apply_edits", Edits(wishes, objects), "cpu_queue"), ["decided"], reads);
        var photo = Pass.Photo;
        var name = $"{photo}.relative.substring(0, size({photo}.relative) - size({photo}.name)) + edited.image.name";
        var copy = Node.Map(_at, ("file", Node.Expression(_at, "edited.image")), ("folder", Node.Text(_at, "${inputs.out}/photos")), ("name", Node.Expression(_at, name)));
        Pass.Add("kept", Step("kept", "files.copy", copy, "cpu_queue"), ["edited"], []);
        return Yield(wishes);
    }

    /// <summary>The steps that write what is left of the run: a line a photo, of those that dropped out as well, for programs and for people, and a page that shows it all.</summary>
    public IEnumerable<YamlNode> Results()
    {
        var items = Node.Expression(_at, $"{Pass.Id}.items");
        yield return Step("decisions", "recipe.decisions", Node.Map(_at, ("path", Node.Text(_at, "${inputs.out}/decisions.jsonl")), ("items", items)), "cpu_queue");
        yield return Step("table", "recipe.decisions", Node.Map(_at, ("path", Node.Text(_at, "${inputs.out}/decisions.csv")), ("items", items)), "cpu_queue");
        yield return Step(
            "sheet",
            "images.contact_page",
            Node.Map(_at, ("items", items), ("title", Node.Text(_at, recipe.Name is { } name ? RecipePrompt.Literal(name.Text) : RecipeTitle.NameOf(null))), ("image", Node.Text(_at, "photo")), ("label", Node.Text(_at, "caption"))),
            "cpu_queue");
        var copy = Node.Map(_at, ("file", Node.Expression(_at, "sheet.page")), ("folder", Node.Expression(_at, "inputs.out")), ("name", Node.Text(_at, "contact-sheet.html")));
        yield return Step("sheet_kept", "files.copy", copy, "cpu_queue");
    }

    /// <summary>What the run yields.</summary>
    public YamlMap Outputs() => Node.Map(
        _at,
        ("photos", Node.Expression(_at, $"{Pass.Id}.succeeded")),
        ("dropped_out", Node.Expression(_at, $"{Pass.Id}.rejected")),
        ("failed", Node.Expression(_at, string.Join(" + ", Enumerable.Range(1, Pass.Number).Select(static number => $"pass_{number}.failed")))),
        ("decisions", Node.Expression(_at, "decisions.path")));

    private YamlMap Edits(RecipeWishes wishes, RecipeOperation? objects)
    {
        var image = wishes.Made.Aggregate(Pass.Photo, (other, made) => $"{results.Exists(made)} ? {results.Root(made)}.image : {other}");
        var done = string.Join(" || ", wishes.Made.Select(results.Exists));
        string Unless(string edit, string otherwise) => done.Length == 0 ? edit : $"({done}) ? {otherwise} : {edit}";
        var edits = Node.Map(
            _at,
            ("straighten", wishes.Straighten is { } straighten ? Node.Plain(straighten.Position, "true") : null),
            ("crop", Node.Expression(_at, "decided.crop")),
            ("background", Masked([.. wishes.Backgrounds.Select(static wish => (wish.Masks, wish.Removes ? "{'action': 'remove'}" : "{'action': 'blur'}"))])),
            ("region", Masked([.. wishes.Regions.Select(static wish => (wish.Masks, wish.Brightens ? "{'brighten': 0.3}" : "{'sharpen': 1.2}"))])),
            ("enhance", Node.Expression(_at, Unless("decided.enhance", "null"))),
            ("low_light", Node.Expression(_at, Unless("decided.low_light", "false"))));
        return Node.Map(
            _at,
            ("image", Node.Expression(_at, image)),
            ("edits", edits),
            ("objects", Optional(objects)),
            ("segments", Masked([.. wishes.Backgrounds.Select(wish => (wish.Masks, results.Root(wish.Masks)))])),
            ("region_mask", Masked([.. wishes.Regions.Select(wish => (wish.Masks, $"{results.Root(wish.Masks)}.mask"))])));
    }

    // Only where there is a mask: a photo without the subject is left as it is.
    private YamlScalar? Masked(IReadOnlyList<(RecipeOperation Masks, string Value)> wishes) =>
        wishes.Count == 0 ? null
        : Node.Expression(wishes[^1].Masks.Position, wishes.Aggregate("null", (otherwise, wish) => $"{results.Part(wish.Masks, ["count"])} > 0 ? {wish.Value} : {otherwise}"));

    private YamlScalar? Optional(RecipeOperation? operation) =>
        operation is null ? null : Node.Expression(operation.Position, results.OrNull(operation));

    private RecipeOperation? Scene() =>
        results.Made.FindLast(static operation => operation.Action.Name == "analyze_scene") ?? results.Made.FindLast(static operation => operation.Action.Uses == "vision.describe");

    private YamlMap Step(string id, string uses, YamlMap with, string queue) =>
        Node.Map(_at, ("id", Node.Text(_at, id)), ("uses", Node.Text(_at, uses)), ("with", with), ("queue", Node.Text(_at, queue)));

    private YamlMap Yield(RecipeWishes wishes)
    {
        var applied = string.Join(" + ", [.. wishes.Made.Select(made => $"({results.Exists(made)} ? {results.Root(made)}.applied : [])"), "edited.applied"]);
        var members = new List<(string, YamlNode?)>
        {
            ("photo", Node.Expression(_at, Pass.Photo)),
            ("picture", Node.Expression(_at, "kept.path")),
            ("edited", Node.Expression(_at, "edited.image")),
            ("caption", Node.Text(_at, $"${{{Pass.Photo}.name}}: ${{size({applied}) == 0 ? 'as it was' : ({applied}).map(edit, edit.edit).join(', ')}}{By()}")),
            ("applied", Node.Expression(_at, applied)),
            ("reasons", Node.Expression(_at, "decided.reasons")),
        };
        members.AddRange(results.Made.Where(static operation => operation.Result != "embedding").Select(operation => ((string, YamlNode?))(operation.Result, RecipeDecision.Of(operation, results))));
        return Node.Map(_at, [.. members]);
    }

    // The models that took part in this photo's line.
    private string By()
    {
        var parts = new List<string>();
        foreach (var model in results.Made.Where(static operation => operation.Model is not null).GroupBy(static operation => operation.Model!, StringComparer.Ordinal))
        {
            var name = $"['{model.Key.Replace("'", "\\'", StringComparison.Ordinal)}']";
            parts.Add(model.All(static operation => operation.MayBeAbsent) ? $"({string.Join(" || ", model.Select(results.Exists))} ? {name} : [])" : name);
        }

        return parts.Count == 0 ? string.Empty : $" (${{({string.Join(" + ", parts)}).join(', ')}})";
    }
}
