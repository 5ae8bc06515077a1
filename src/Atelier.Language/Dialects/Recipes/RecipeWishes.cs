using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>What the steps of a recipe want the final edit of each photo to hold.</summary>
internal sealed class RecipeWishes
{
    /// <summary>Turned until its lines are level.</summary>
    public RecipeOperation? Straighten { get; private set; }

    /// <summary>Cut to its subjects.</summary>
    public RecipeOperation? Crop { get; private set; }

    /// <summary>Proportions of the cut; null: the photo's own.</summary>
    public YamlNode? Aspect { get; private set; }

    /// <summary>Masks outside which the photo is blurred or transparent.</summary>
    public RecipeOperation? Background { get; private set; }

    /// <summary>Whether the background goes away; otherwise it is blurred.</summary>
    public bool RemoveBackground { get; private set; }

    /// <summary>Masks inside which the photo is enhanced.</summary>
    public RecipeOperation? Region { get; private set; }

    /// <summary>Whether the region is brightened; otherwise it is sharpened.</summary>
    public bool Brighten { get; private set; }

    /// <summary>Photos that an earlier step made, the latest last.</summary>
    public List<RecipeOperation> Made { get; } = [];

    public void Add(RecipeOperation operation)
    {
        var step = operation.Step;
        var use = (step.Parameter("use_for")?.Value as YamlScalar)?.Text;
        Straighten = use == "auto_straighten" ? operation : Straighten;
        Crop = use == "suggest_crop" || IsTrue(step.Parameter("suggest_crop")) ? operation : Crop;
        Aspect = step.Parameter("aspect_ratio")?.Value ?? Aspect;
        if (operation.Action.Work == RecipeWork.Segment)
        {
            AddMasks(operation, use);
        }
        else if (operation.Action.Work == RecipeWork.Iterate)
        {
            Made.Add(operation);
        }
    }

    private void AddMasks(RecipeOperation operation, string? use)
    {
        var removes = IsTrue(operation.Step.Parameter("remove_background"));
        if (removes || use == "blur_background" || IsTrue(operation.Step.Parameter("blur_background")))
        {
            (Background, RemoveBackground) = (operation, removes);
        }

        var enhance = operation.Step.Parameter("enhance");
        if (enhance is not null || use == "enhance" || operation.Action.Name == "enhance_faces")
        {
            (Region, Brighten) = (operation, enhance?.Value is YamlScalar { Text: "brightness" });
        }
    }

    private static bool IsTrue(YamlMember? member) => member?.Value is YamlScalar { Type: ScalarType.Boolean, Boolean: true };
}
