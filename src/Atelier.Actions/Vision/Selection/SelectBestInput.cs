using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Selection;

/// <summary>What <c>vision.select_best</c> takes.</summary>
internal sealed record SelectBestInput
{
    [Description("The candidates: the items of a block, or a list. An item's key names it; inline rows may carry a field `key`.")]
    public required Rows Items { get; init; }

    [Description("The groups of vision.group or images.group_similar; the best of each is chosen. Without them all candidates are one group.")]
    public IReadOnlyList<CandidateGroup>? Groups { get; init; }

    [Description("In place of `groups` the whole of what vision.group yields, however large it is.")]
    public JsonElement? Grouping { get; init; }

    [Description("Where the technical score is (1 to 10), as a path into an item's value.")]
    [DefaultValue("quality.technical_score")]
    public string Technical { get; init; } = "quality.technical_score";

    [Description("Where the aesthetic score is (1 to 10), as a path into an item's value.")]
    [DefaultValue("quality.aesthetic_score")]
    public string Aesthetic { get; init; } = "quality.aesthetic_score";

    [Description("How much each part counts; they need not add up to anything. A part counts in a group when each of its candidates has it.")]
    public SelectionWeights Weights { get; init; } = new();

    [Description("A vision-language model that compares the best candidates of a group by looking at them.")]
    public string? Model { get; init; }

    [Description("What the model is asked; how to answer is added.")]
    [DefaultValue("These pictures show the same moment. Which are the best: expressions, open eyes, gestures, composition?")]
    public string Prompt { get; init; } = "These pictures show the same moment. Which are the best: expressions, open eyes, gestures, composition?";

    [Description("How many candidates of a group the model sees: the best by scores.")]
    [DefaultValue(4)]
    [Range(2, 16)]
    public int Compare { get; init; } = 4;

    [Description("Where an item's picture is, as a path into its value; the value itself when it is a picture. Needed by `model`.")]
    [DefaultValue("image")]
    public string Image { get; init; } = "image";

    [Description("How many of each group are chosen.")]
    [DefaultValue(1)]
    [Range(1, 1000)]
    public int Keep { get; init; } = 1;
}
