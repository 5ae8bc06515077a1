using Atelier.Actions.Vision;
using Atelier.Actions.Vision.Masks;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Edits;

/// <summary>The parts of a plan that work inside or outside a mask, as the media host is asked for them.</summary>
internal sealed class EditRegions(ApplyEditsInput input, ActionContext context, EditNotes notes)
{
    /// <summary>What to ask for; a failure when there is no mask to go by.</summary>
    public async ValueTask<(IReadOnlyList<MaskedRegion> Regions, StepFailure? Failure)> PlanAsync(PictureInfo picture, CancellationToken cancellationToken)
    {
        var regions = new List<MaskedRegion>();
        if (input.Edits.Region is { } region && (region.Sharpen > 0 || region.Brighten != 0))
        {
            var (mask, missing) = await RegionMaskAsync(picture, cancellationToken).ConfigureAwait(false);
            if (missing is not null)
            {
                return ([], missing);
            }

            if (mask is not null)
            {
                regions.Add(new MaskedRegion(mask, false, new Adjustments { Sharpen = Some(region.Sharpen), Exposure = Some(region.Brighten) }, false));
                notes.Applied("region", $"sharpened by {region.Sharpen:0.##} pixels and brightened by {region.Brighten:+0.##;-0.##;0} stops inside the mask");
            }
        }

        if (input.Edits.Background is { Action: not BackgroundAction.Keep } background)
        {
            if ((input.Mask ?? input.Segments?.Mask) is not { } artifact)
            {
                if (input.Segments is null)
                {
                    return ([], StepFailure.Permanent(VisionCodes.MaskMissing, "`background` needs to know what is in front: give `segments` of vision.segment, or a `mask`"));
                }

                // Nothing was found to stand in front, so nothing is background.
                notes.Skipped("background", "the mask is empty");
                return (regions, null);
            }

            var mask = await context.Artifacts.GetPathAsync(artifact, cancellationToken).ConfigureAwait(false);
            var sigma = Math.Round(Math.Max(picture.Width, picture.Height) * background.Strength / 100, 2);
            var remove = background.Action == BackgroundAction.Remove;
            regions.Add(new MaskedRegion(mask, true, remove ? null : new Adjustments { Blur = sigma }, remove));
            notes.Applied("background", remove ? "removed" : $"blurred by {sigma:0.##} pixels");
        }

        return (regions, null);
    }

    private static double? Some(double value) => value == 0 ? null : value;

    private async ValueTask<(string? Path, StepFailure? Failure)> RegionMaskAsync(PictureInfo picture, CancellationToken cancellationToken)
    {
        if ((input.RegionMask ?? input.Mask ?? input.Segments?.Mask) is { } artifact)
        {
            return (await context.Artifacts.GetPathAsync(artifact, cancellationToken).ConfigureAwait(false), null);
        }

        if (input.Segments is null && input.Objects is null)
        {
            return (null, StepFailure.Permanent(VisionCodes.MaskMissing, "`region` needs to know where: give `segments` of vision.segment, a `mask`, or `objects` of vision.detect"));
        }

        var boxes = (input.Objects?.Of(input.Subjects) ?? []).Select(static seen => seen.Box).ToList();
        if (boxes.Count == 0)
        {
            notes.Skipped("region", "there is nothing in the mask");
            return (null, null);
        }

        var path = Path.Join(context.WorkFolder, "region.png");
        await File.WriteAllBytesAsync(path, GrayPng.Write(BoxMask.Of(boxes, picture.Width, picture.Height)), cancellationToken).ConfigureAwait(false);
        return (path, null);
    }
}
