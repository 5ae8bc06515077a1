using System.Collections.Immutable;
using Atelier.Language.Definitions;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Reads the shape of a recipe: a document with <c>recipe</c>, the inside of one, or a single stage.</summary>
internal sealed class RecipeReader(DiagnosticBag diagnostics)
{
    private static readonly string[] StageKeys = ["name", "stage", "description", "steps", "conditional_flows", "depends_on", "parallel", "continue_on_failure", "timeout_seconds"];

    private readonly RecipeStepReader _steps = new(diagnostics);

    /// <summary>Null, with the mistake told, when there is nothing to go on with.</summary>
    public RecipeDefinition? Read(YamlNode root)
    {
        if (Reader(root, "a recipe") is not { } document)
        {
            return null;
        }

        if (document.Node("recipe") is { } inner)
        {
            document.RejectUnknown("recipe", "models");
            return Reader(inner, "`recipe`") is { } recipe ? ReadRecipe(recipe, document.Node("models")) : null;
        }

        return document.Has("stages") ? ReadRecipe(document, null) : ReadSingle(document);
    }

    private RecipeDefinition ReadSingle(MapReader document)
    {
        var stage = ReadStage(document.Map);
        return new RecipeDefinition { Position = document.Map.Position, Name = stage?.Name, Stages = stage is null ? [] : [stage] };
    }

    private RecipeDefinition ReadRecipe(MapReader reader, YamlNode? models)
    {
        reader.RejectUnknown("name", "version", "description", "stages", "global_parameters", "models", "author", "tags");
        foreach (var member in reader.Map.Members.Where(static member => member.Name is "author" or "tags"))
        {
            diagnostics.Warning(DiagnosticCodes.RecipeIgnored, member.Key.Position, $"`{member.Name}` is for people; a run does not use it.");
        }

        var version = reader.Node("version") is YamlScalar { IsNull: false } scalar ? scalar.Text : null;
        var description = reader.Text("description")?.Text;
        var recipe = new RecipeDefinition
        {
            Position = reader.Map.Position,
            Name = reader.Text("name"),
            Description = version is null ? description : description is null ? $"Version {version}." : $"{description} (version {version})",
            Stages = ReadStages(reader.Required("stages", "Write `\"stages\": [...]`.")),
            Models = (models ?? reader.Node("models")) is { } written ? Reader(written, "`models`")?.Map : null,
        };
        return reader.Node("global_parameters") is { } globals && Reader(globals, "`global_parameters`") is { } shared ? ReadGlobals(recipe, shared) : recipe;
    }

    private static RecipeDefinition ReadGlobals(RecipeDefinition recipe, MapReader reader)
    {
        reader.RejectUnknown("gpu_memory_limit", "memory_limit", "batch_size", "cache_models", "photos", "out");
        reader.Integer("batch_size", 1, 1024);
        return recipe with
        {
            GpuMemoryLimit = reader.Text("gpu_memory_limit"),
            MemoryLimit = reader.Text("memory_limit"),
            BatchSize = reader.Node("batch_size") as YamlScalar,
            CacheModels = reader.Texts("cache_models") is { } names ? new YamlList(reader.Node("cache_models")!.Position, [.. names]) : null,
            Photos = reader.Text("photos"),
            Out = reader.Text("out"),
        };
    }

    private ImmutableArray<RecipeStage> ReadStages(YamlNode? node)
    {
        if (node is not YamlList list)
        {
            if (node is not null)
            {
                diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`stages` takes a list of stages, not {node.Kind}.");
            }

            return [];
        }

        if (list.Items.IsEmpty)
        {
            diagnostics.Error(DiagnosticCodes.RecipeEmptyStage, list.Position, "`stages` holds no stage.");
        }

        return [.. list.Items.Select(ReadStage).OfType<RecipeStage>()];
    }

    private RecipeStage? ReadStage(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"A stage is a map of keys, not {node.Kind}.");
            return null;
        }

        // A stage may be a step itself: { "model": "sam2", "action": "isolate_subject" }.
        if (map.Find("steps") is null && map.Find("conditional_flows") is null && (map.Find("model") ?? map.Find("action")) is not null)
        {
            return new RecipeStage { Position = map.Position, Steps = [.. _steps.Read(map)] };
        }

        var reader = Reader(map, "a stage")!;
        reader.RejectUnknown(StageKeys);
        if (reader.Has("name") && reader.Has("stage"))
        {
            diagnostics.Error(DiagnosticCodes.RecipeDuplicateName, map.Find("stage")!.Key.Position, "A stage has one name; this one has `name` and `stage`.", "Remove one.");
        }

        var steps = ImmutableArray.CreateBuilder<RecipeStep>();
        steps.AddRange(_steps.ReadList(reader.Node("steps"), "steps"));
        steps.AddRange(_steps.ReadFlows(reader.Node("conditional_flows")));
        if (steps.Count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.Error(DiagnosticCodes.RecipeEmptyStage, map.Position, "This stage holds no step.", "Write `\"steps\": [...]` or `\"conditional_flows\": [...]`.");
        }

        return new RecipeStage
        {
            Name = reader.Text("name") ?? reader.Text("stage"),
            Position = map.Position,
            Steps = steps.ToImmutable(),
            Parallel = reader.Boolean("parallel") ?? false,
            ContinueOnFailure = reader.Boolean("continue_on_failure") ?? false,
            Timeout = Seconds(reader, "timeout_seconds"),
            DependsOn = reader.Texts("depends_on"),
        };
    }

    /// <summary>A positive number of seconds as it stands; null when there is none.</summary>
    public static YamlScalar? Seconds(MapReader reader, string key)
    {
        if (reader.Number(key) is { } seconds && seconds <= 0)
        {
            reader.Diagnostics.Error(DiagnosticCodes.NumberOutOfRange, reader.Node(key)!.Position, $"`{key}` is more than 0.");
            return null;
        }

        return reader.Node(key) as YamlScalar;
    }

    /// <summary>The reader of a map whose keys must stand once; each key that stands twice is told.</summary>
    private MapReader? Reader(YamlNode node, string what)
    {
        if (MapReader.Of(node, what, diagnostics) is not { } reader)
        {
            return null;
        }

        foreach (var repeated in reader.Map.Members.GroupBy(static member => member.Name, StringComparer.Ordinal).SelectMany(static same => same.Skip(1)))
        {
            diagnostics.Error(DiagnosticCodes.RecipeRepeatedKey, repeated.Key.Position, $"The key `{repeated.Name}` stands twice in this object.", "Keep one of them.");
        }

        return reader;
    }
}
