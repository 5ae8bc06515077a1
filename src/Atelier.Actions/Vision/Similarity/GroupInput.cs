using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Similarity;

/// <summary>What <c>vision.group</c> takes.</summary>
internal sealed record GroupInput
{
    [Description("The items of a block that embedded pictures, or a list. An item's key names it; inline rows may carry a field `key`.")]
    public required Rows Items { get; init; }

    [Description("Where an item's vector is, as a path into its value. Items without one are left out and counted.")]
    [DefaultValue("vector")]
    public string Vector { get; init; } = "vector";

    [Description("The cosine similarity from which two pictures belong together, 0 to 1.")]
    [DefaultValue(0.95)]
    [Range(0.0, 1.0)]
    public double Threshold { get; init; } = 0.95;

    [Description("Where the time a picture was taken is (RFC 3339 or EXIF form), as a path into its value. Needed by `window`.")]
    [DefaultValue("taken")]
    public string Taken { get; init; } = "taken";

    [Description("Only pictures taken within this time of each other belong together: 5s finds bursts. Items without a time stay alone.")]
    public string? Window { get; init; }

    [Description("Where a number is that says which picture of a group is the best, as a path into its value: quality.technical_score. Without it the smallest key is.")]
    public string? Prefer { get; init; }

    [Description("Whether pictures that are like no other are listed as groups of one.")]
    [DefaultValue(false)]
    public bool Singles { get; init; }
}
