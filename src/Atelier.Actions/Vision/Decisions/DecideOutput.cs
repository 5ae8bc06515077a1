using System.ComponentModel;
using Atelier.Actions.Images.Edits;

namespace Atelier.Actions.Vision.Decisions;

/// <summary>What <c>vision.decide</c> yields.</summary>
internal sealed record DecideOutput(
    [property: Description("Where to cut, as shares of the picture's sides: left, top, width, height; null: nowhere.")] CropEdit? Crop,
    [property: Description("What to enhance: sharpen, denoise, brighten, contrast; null: nothing.")] EnhanceEdit? Enhance,
    [property: Description("Whether the curve for dark pictures is proposed.")] bool LowLight,
    [property: Description("All of it as `edits` of images.apply_edits.")] EditPlan Edits,
    [property: Description("Whether there is anything to do.")] bool Changes,
    [property: Description("Why, a sentence for each proposal and for each thing that was looked at and left.")] IReadOnlyList<string> Reasons);
