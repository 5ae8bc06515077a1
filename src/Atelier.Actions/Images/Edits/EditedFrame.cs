namespace Atelier.Actions.Images.Edits;

/// <summary>What of a picture is left after it was turned about its middle.</summary>
internal static class EditedFrame
{
    /// <summary>
    /// The largest area of the picture's own proportions without empty corners: scaled by min(w / (w cos a + h sin a), h / (w sin a + h cos a)).
    /// </summary>
    public static CutArea Inside(double width, double height, double degrees)
    {
        var (sin, cos) = Math.SinCos(Math.Abs(degrees) * Math.PI / 180);
        var scale = Math.Min(width / ((width * cos) + (height * sin)), height / ((width * sin) + (height * cos)));
        return new CutArea(width * (1 - scale) / 2, height * (1 - scale) / 2, width * scale, height * scale);
    }

    /// <summary>The cut that is asked for, within the frame; null: all of the frame.</summary>
    public static CutArea? Cut(CropEdit? crop, CutArea frame, double width, double height, double aspect, IReadOnlyList<CropSubject> subjects)
    {
        if (crop is null)
        {
            return null;
        }

        if (crop.Left is null && crop.Top is null && crop.Width is null && crop.Height is null)
        {
            return CropByThirds.Choose(frame, aspect, subjects, crop.MinScale, crop.Padding);
        }

        var left = Math.Max(frame.Left, (crop.Left ?? 0) * width);
        var top = Math.Max(frame.Top, (crop.Top ?? 0) * height);
        var right = Math.Min(frame.Right, ((crop.Left ?? 0) + (crop.Width ?? 1)) * width);
        var bottom = Math.Min(frame.Bottom, ((crop.Top ?? 0) + (crop.Height ?? 1)) * height);
        return right - left >= 1 && bottom - top >= 1 ? new CutArea(left, top, right - left, bottom - top) : frame;
    }
}
