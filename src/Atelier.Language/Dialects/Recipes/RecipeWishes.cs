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

    /// <summary>Masks outside which the photo is blurred or, where <c>Removes</c>, transparent; of several the last one that is there counts.</summary>
    public List<(RecipeOperation Masks, bool Removes)> Backgrounds { get; } = [];

    /// <summary>Masks inside which the photo is sharpened or, where <c>Brightens</c>, brightened; of several the last one that is there counts.</summary>
    public List<(RecipeOperation Masks, bool Brightens)> Regions { get; } = [];

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
            Backgrounds.Add((operation, removes));
        }

        var enhance = operation.Step.Parameter("enhance");
        if (enhance is not null || use == "enhance" || operation.Action.Name == "enhance_faces")
        {
            Regions.Add((operation, enhance?.Value is YamlScalar { Text: "brightness" }));
        }
    }

    private static bool IsTrue(YamlMember? member) => member?.Value is YamlScalar { Type: ScalarType.Boolean, Boolean: true };
}
