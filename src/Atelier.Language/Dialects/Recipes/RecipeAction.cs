namespace Atelier.Language.Dialects.Recipes;

/// <summary>What an action of a recipe is, as data; <see cref="RecipeActions"/> holds all of them.</summary>
/// <param name="Name">As recipes write it.</param>
/// <param name="Family">The models that can do it.</param>
/// <param name="Work">How it is put into the canonical form.</param>
/// <param name="Uses">The action of its canonical step.</param>
/// <param name="Result">The name its result has unless <c>output_to</c> says otherwise.</param>
/// <param name="Parameters">What it takes besides <c>model</c>.</param>
internal sealed record RecipeAction(string Name, ModelFamily Family, RecipeWork Work, string Uses, string Result, params IReadOnlyList<RecipeParameter> Parameters)
{
    /// <summary>True when it works over all photos at once: the photos wait for each other there.</summary>
    public bool IsCollection => Work is RecipeWork.Group or RecipeWork.Select;

    /// <summary>A field that its output always has: asked where the step may have been skipped.</summary>
    public string Probe => Uses switch
    {
        "vision.quality" => "technical_score",
        "vision.detect" or "vision.segment" => "count",
        "vision.describe" => "text",
        "vision.classify" => "labels",
        "vision.embed" => "vector",
        "people.review" => "verdict",
        _ => "image",
    };
}

/// <summary>The shapes that actions have in the canonical form.</summary>
internal enum RecipeWork
{
    /// <summary>One step with the photo as <c>image</c>.</summary>
    Look,

    /// <summary>One step that asks a vision-language model with a prompt.</summary>
    Describe,

    /// <summary>Masks of objects found before, or found for it.</summary>
    Segment,

    /// <summary>Edits again and again until a condition holds.</summary>
    Iterate,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>Groups of photos.</summary>
    Group,

    /// <summary>The best photo of each group, or a ranking.</summary>
    Select,
}
