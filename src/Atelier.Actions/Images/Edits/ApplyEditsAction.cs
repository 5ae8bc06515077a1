using Atelier.Actions.Images.Analysis;
using Atelier.Actions.Images.Metadata;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Edits;

/// <summary><c>images.apply_edits</c>: straightens, cuts, and changes regions, light and sharpness; the picture is decoded and written once.</summary>
internal sealed class ApplyEditsAction(MediaHostPool pool) : StepAction<ApplyEditsInput, ApplyEditsOutput>
{
    public override ActionMetadata Metadata { get; } = new("images.apply_edits", 1, ReuseClass.Pure, "Straightens, cuts and enhances a picture, and changes parts of it by masks.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: edited
              uses: images.apply_edits
              with: { image: "${photo}", edits: { straighten: true, crop: { aspect: "4:5" } }, objects: "${detected_objects}" }
            """,
    };

    protected override async ValueTask<ActionResult<ApplyEditsOutput>> ExecuteAsync(ApplyEditsInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        if (!(await pool.InfoAsync(new InfoRequest(path), cancellationToken).ConfigureAwait(false)).TryGet(out var picture, out var failure))
        {
            return failure;
        }

        if (!AspectText.TryParse(input.Edits.Crop?.Aspect ?? "original", (double)picture.Width / picture.Height, out var aspect))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"`crop.aspect`: `{input.Edits.Crop!.Aspect}` is no proportion such as 4:5, or beyond 20:1");
        }

        Plane? measured = null;
        if ((input.Edits.Straighten && input.Edits.Angle is null) || input.Edits.LowLight)
        {
            var decoded = await pool.PixelsAsync(new PixelsRequest(path, StraightenAngle.Side, StraightenAngle.Side, 1, Exact: false), cancellationToken).ConfigureAwait(false);
            if (!decoded.TryGet(out var pixels, out failure))
            {
                return failure;
            }

            measured = Plane.From(pixels);
        }

        var notes = new EditNotes();
        var (regions, missing) = await new EditRegions(input, context, notes).PlanAsync(picture, cancellationToken).ConfigureAwait(false);
        if (missing is not null)
        {
            return missing;
        }

        var angle = Angle(input.Edits, measured, notes);
        var crop = Cut(input, picture, aspect, angle, notes);
        var adjust = Tone(input.Edits, measured, notes);
        if (notes.Done.Count == 0)
        {
            return new ApplyEditsOutput(input.Image, picture.Width, picture.Height, picture.Format, [], notes.NotDone, null, 0);
        }

        var made = await MadeImage.RenderAsync(
            pool,
            input.Image,
            Format(input, regions),
            request => request with
            {
                Regions = regions.Count == 0 ? null : regions,
                Straighten = angle == 0 ? null : angle,
                Crop = crop is null ? null : new CropArea(crop.Left, crop.Top, crop.Width, crop.Height, "pixels", Clamp: true),
                Adjust = adjust,
                Quality = input.Quality,
                KeepMetadata = input.KeepMetadata,
            },
            context,
            cancellationToken,
            input.KeepMetadata && (regions.Count > 0 || angle != 0) ? (file, stop) => CarryMetadataAsync(picture, file, stop) : null).ConfigureAwait(false);
        return made is ActionResult<MadeImage>.Succeeded { Output: var output }
            ? new ApplyEditsOutput(output.Image, output.Width, output.Height, output.Format, notes.Done, notes.NotDone, crop, angle)
            : ((ActionResult<MadeImage>.Failed)made).Failure;
    }

    /// <summary>Regions and turns part the pixels from their file, so its EXIF and XMP are written into the new one here (jpeg, png, webp).</summary>
    private static async Task CarryMetadataAsync(PictureInfo picture, string file, CancellationToken cancellationToken)
    {
        if (picture.Exif is null && picture.Xmp is null)
        {
            return;
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        if (new EmbeddedMetadata(UprightExif.Of(picture.Exif), picture.Xmp).WriteInto(bytes) is { } made)
        {
            await File.WriteAllBytesAsync(file, made, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ImageFormat Format(ApplyEditsInput input, IReadOnlyList<MaskedRegion> regions)
    {
        var format = input.Format ?? ImageFormats.Like(input.Image);
        return format == ImageFormat.Jpeg && regions.Any(static region => region.Remove) ? ImageFormat.Png : format;
    }

    private static double Angle(EditPlan edits, Plane? measured, EditNotes notes)
    {
        var angle = edits.Angle ?? (edits.Straighten ? StraightenAngle.Measure(measured!, edits.MaxAngle) : 0);
        if (angle is { } turn && Math.Abs(turn) >= 0.1)
        {
            notes.Applied("straighten", $"turned by {turn:+0.##;-0.##} degrees clockwise");
            return turn;
        }

        if (edits.Straighten)
        {
            notes.Skipped("straighten", angle is null ? "there are no clear lines" : "it is level");
        }

        return 0;
    }

    private static CutArea? Cut(ApplyEditsInput input, PictureInfo picture, double aspect, double angle, EditNotes notes)
    {
        var (width, height) = ((double)picture.Width, (double)picture.Height);
        var frame = EditedFrame.Inside(width, height, angle);
        var subjects = (input.Objects?.Of(input.Subjects) ?? []).Select(seen => CropSubject.Of(seen).Turned(angle, width, height)).ToList();
        var cut = EditedFrame.Cut(input.Edits.Crop, frame, width, height, aspect, subjects)?.Whole();
        if (cut is { } chosen && (chosen.Width < width || chosen.Height < height))
        {
            var about = subjects.Count == 0 ? "about the middle" : $"around {subjects.Count} {(subjects.Count == 1 ? "subject" : "subjects")}";
            notes.Applied("crop", $"cut to {chosen.Width} x {chosen.Height} at {chosen.Left}, {chosen.Top} {about}");
            return chosen;
        }

        if (input.Edits.Crop is not null)
        {
            notes.Skipped("crop", "the whole picture is the best cut");
        }

        return angle == 0 ? null : frame.Whole();
    }

    /// <summary>The curve for low light and the other changes of tone, in one.</summary>
    private static Adjustments? Tone(EditPlan edits, Plane? measured, EditNotes notes)
    {
        var enhance = edits.Enhance ?? new EnhanceEdit();
        var curve = edits.LowLight ? LowLightCurve.For(measured!.Mean()) : new LowLightCurve(1, 1);
        if (edits.LowLight && curve.Gamma == 1)
        {
            notes.Skipped("low_light", $"its mean light is {measured!.Mean() / 255:0.00}, which is enough");
        }
        else if (edits.LowLight)
        {
            notes.Applied("low_light", $"mean light {measured!.Mean() / 255:0.00}: brightened by a curve of gamma {curve.Gamma:0.###}");
        }

        if (enhance != new EnhanceEdit())
        {
            notes.Applied("enhance", $"sharpen {enhance.Sharpen:0.##}, denoise {enhance.Denoise}, brighten {enhance.Brighten:0.##}, contrast {enhance.Contrast:0.##}, saturation {enhance.Saturation:0.##}");
        }

        var tone = new Adjustments
        {
            Denoise = enhance.Denoise > 1 ? enhance.Denoise : null,
            Gamma = curve.Gamma == 1 ? null : curve.Gamma,
            Contrast = enhance.Contrast == 1 ? null : enhance.Contrast,
            Exposure = enhance.Brighten == 0 ? null : enhance.Brighten,
            Saturation = enhance.Saturation * curve.Saturation == 1 ? null : enhance.Saturation * curve.Saturation,
            Sharpen = enhance.Sharpen == 0 ? null : enhance.Sharpen,
        };
        return tone == new Adjustments() ? null : tone;
    }
}
