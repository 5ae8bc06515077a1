using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Grouping;

/// <summary>What <c>images.group_similar</c> takes.</summary>
internal sealed record GroupSimilarInput
{
    [Description("The pictures: the items of a block, or a list. An item's key names it; inline rows may carry a field `key`.")]
    public required Rows Items { get; init; }

    [Description("Where an item's hash is (of images.hash), as a path into its value. Items without one are left out and counted.")]
    [DefaultValue("hash")]
    public string Hash { get; init; } = "hash";

    [Description("Bits of 256 in which two pictures of a group may differ. 56 also finds pictures with 5 % cut off each side; 24 finds copies of other size, quality or brightness only, and suits collections of many thousands.")]
    [DefaultValue(56)]
    [Range(0, 128)]
    public int Distance { get; init; } = SimilarPairs.DefaultDistance;

    [Description("Where the time a picture was taken is (RFC 3339 or EXIF form), as a path into its value. Needed by `window`.")]
    [DefaultValue("taken")]
    public string Taken { get; init; } = "taken";

    [Description("Only pictures taken within this time of each other belong together: 3s finds bursts. Items without a time stay alone.")]
    public string? Window { get; init; }

    [Description("Where a number is that says which picture of a group is the best, as a path into its value: score.overall. Without it the smallest key is.")]
    public string? Prefer { get; init; }

    [Description("Whether pictures that are like no other are listed as groups of one.")]
    [DefaultValue(false)]
    public bool Singles { get; init; }
}
