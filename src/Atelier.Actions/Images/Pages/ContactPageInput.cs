using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Pages;

/// <summary>What <c>images.contact_page</c> takes.</summary>
internal sealed record ContactPageInput
{
    [Description("What is shown: the items of a block, or a list. Labels, objects, descriptions, scores, reasons, vectors, palettes and pictures are recognised wherever they stand in a value.")]
    public required Rows Items { get; init; }

    [Description("What stands above the page.")]
    [DefaultValue("Contact sheet")]
    public string Title { get; init; } = "Contact sheet";

    [Description("Where an item's main picture is, as a path into its value; the value itself when it is a picture. Without a picture there the first one in the value is taken.")]
    [DefaultValue("image")]
    public string Image { get; init; } = "image";

    [Description("Where the line above an item's key is, as a path into its value. Without it `title`.")]
    public string? Label { get; init; }

    [Description("Words by which pictures can be searched by meaning: rows with a vector of the model that made the pictures' vectors, such as a block's that runs vision.embed over texts.")]
    public Rows? Words { get; init; }

    [Description("Where a word's vector is, as a path into its value.")]
    [DefaultValue("vector")]
    public string WordVector { get; init; } = "vector";

    [Description("Where a word's text is, as a path into its value. Without it the row's key, or the value itself when it is a text.")]
    public string? Word { get; init; }

    [Description("Longest side of the pictures in the page, in pixels.")]
    [DefaultValue(400)]
    [Range(64, 1024)]
    public int Side { get; init; } = 400;

    [Description("Most pictures of an item that are shown.")]
    [DefaultValue(3)]
    [Range(1, 6)]
    public int PerItem { get; init; } = 3;

    [Description("Most items that are shown; a page of 1,000 pictures has about 20 MB.")]
    [DefaultValue(1000)]
    [Range(1, 5000)]
    public int Max { get; init; } = 1000;
}
