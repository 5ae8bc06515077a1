using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Actions.Vision.Detection;

namespace Atelier.Actions.Vision.Decisions;

/// <summary>When a cut is proposed.</summary>
internal enum CropWhen
{
    Auto,
    Always,
    Never,
}

/// <summary>What <c>vision.decide</c> takes: what other steps found out; each part may be missing.</summary>
internal sealed record DecideInput
{
    [Description("What vision.quality (or images.quality) yields.")]
    public JsonElement? Quality { get; init; }

    [Description("What vision.detect yields.")]
    public SeenObjects? Objects { get; init; }

    [Description("What vision.describe yields: `composition`, `lighting` and `suggestions` are read.")]
    public JsonElement? Scene { get; init; }

    [Description("Only objects of these classes are subjects of a cut.")]
    public OneOrMany? Subjects { get; init; }

    [Description("Proportions of a cut: 4:5, 16:9, 1:1, or original.")]
    [DefaultValue("original")]
    public string Aspect { get; init; } = "original";

    [Description("`auto` proposes a cut when there are objects and the scene says something of its composition, `always` when there are objects.")]
    [DefaultValue(CropWhen.Auto)]
    public CropWhen Crop { get; init; }

    [Description("Below this technical score enhancements are proposed, 1 to 10.")]
    [DefaultValue(7.0)]
    [Range(1.0, 10.0)]
    public double EnhanceBelow { get; init; } = 7;
}
