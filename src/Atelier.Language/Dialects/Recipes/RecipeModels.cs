using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Which family a model belongs to: by the <c>kind</c> the recipe's <c>models:</c> gives it, else by its name.</summary>
internal sealed class RecipeModels(YamlMap? declared, DiagnosticBag diagnostics)
{
    /// <summary>Beginnings of the names that people give to models, letters and digits only.</summary>
    private static readonly (string Begin, ModelFamily Family)[] Names =
    [
        ("nima", ModelFamily.Scores), ("musiq", ModelFamily.Scores), ("aesthetic", ModelFamily.Scores),
        ("siglip", ModelFamily.Likeness), ("clip", ModelFamily.Likeness), ("openclip", ModelFamily.Likeness),
        ("rtdetr", ModelFamily.Objects), ("detr", ModelFamily.Objects), ("yolo", ModelFamily.Objects), ("face", ModelFamily.Objects),
        ("sam", ModelFamily.Masks),
        ("qwen", ModelFamily.Words), ("llava", ModelFamily.Words), ("internvl", ModelFamily.Words), ("gemma", ModelFamily.Words), ("minicpm", ModelFamily.Words),
        ("pixtral", ModelFamily.Words), ("moondream", ModelFamily.Words), ("smolvlm", ModelFamily.Words), ("florence", ModelFamily.Words), ("gpt", ModelFamily.Words), ("gemini", ModelFamily.Words),
    ];

    private static readonly Dictionary<string, ModelFamily> Kinds = new(StringComparer.Ordinal)
    {
        ["nima"] = ModelFamily.Scores,
        ["siglip"] = ModelFamily.Likeness,
        ["clip"] = ModelFamily.Likeness,
        ["rt-detr"] = ModelFamily.Objects,
        ["onnx"] = ModelFamily.Objects,
        ["sam2"] = ModelFamily.Masks,
        ["vlm"] = ModelFamily.Words,
        ["openai"] = ModelFamily.Words,
    };

    /// <summary>The model that stands in where a recipe needs one of a family and names none.</summary>
    public static string Usual(ModelFamily family) => family switch
    {
        ModelFamily.Scores => "nima",
        ModelFamily.Likeness => "siglip",
        ModelFamily.Objects => "rt-detr",
        ModelFamily.Masks => "sam2",
        _ => "qwen2.5-vl",
    };

    /// <summary>Where its steps wait: the routing of the recipes' systems, by what the action computes.</summary>
    public static string Queue(ModelFamily family) => family switch
    {
        ModelFamily.Scores => "fast_queue",
        ModelFamily.None => "cpu_queue",
        _ => "gpu_queue",
    };

    /// <summary>The family; null, with the mistake told, when nothing says it.</summary>
    public ModelFamily? FamilyOf(YamlScalar model)
    {
        if (declared?.Find(model.Text)?.Value is YamlMap own && own.Find("kind")?.Value is YamlScalar kind && Kinds.TryGetValue(kind.Text, out var given))
        {
            return given;
        }

        var bare = string.Concat(model.Text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        foreach (var (begin, family) in Names)
        {
            if (bare.StartsWith(begin, StringComparison.Ordinal))
            {
                return family;
            }
        }

        string[] known = ["nima", "siglip", "clip", "rt-detr", "sam2", "qwen2.5-vl"];
        diagnostics.Error(
            DiagnosticCodes.RecipeUnknownModel,
            model.Position,
            $"Nothing says what kind of model `{model.Text}` is.",
            NearNames.DidYouMean(model.Text, known.Concat(declared?.Members.Select(static member => member.Name) ?? [])) ?? $"Declare it under `models` with its `kind`, one of {string.Join(", ", Kinds.Keys)}.");
        return null;
    }
}
