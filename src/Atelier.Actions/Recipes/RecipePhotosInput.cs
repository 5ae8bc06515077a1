using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>What <c>recipe.photos</c> takes.</summary>
internal sealed record RecipePhotosInput
{
    [Description("The photos: the items of the block that looked at them.")]
    public required Rows Items { get; init; }

    [Description("What was found out about the photos together, by name: what vision.group, images.group_similar and vision.select_best yield.")]
    public required IReadOnlyDictionary<string, JsonElement> Results { get; init; }

    [Description("Names of results of whose groups only the best photos go on; photos in no group do as well.")]
    public OneOrMany? KeepBest { get; init; }

    [Description("Result to a field of the photo's value: photos for which it is not true take no part and go on.")]
    public IReadOnlyDictionary<string, string>? Where { get; init; }
}

/// <summary>A row of <c>recipe.photos</c>; its key is the photo's.</summary>
internal sealed record RecipePhotoRow(
    [property: Description("succeeded or empty: the photo goes on; anything else: it dropped out.")] string Outcome,
    [property: Description("Why it dropped out; null: it did not.")] string? Reason,
    [property: Description("The photo's value, with a member for each result: group, count, best, rank, score, explanation.")] JsonElement Value);
