using Atelier.Actions.Vision.Detection;

namespace Atelier.Actions.Images.Edits;

/// <summary>Something a cut should keep whole.</summary>
/// <param name="Box">Around it, in pixels.</param>
/// <param name="Weight">How much it counts beside others: its score times the root of its area.</param>
/// <param name="FocusX">Where people look, in pixels.</param>
/// <param name="FocusY">Where people look, in pixels: the middle, of a person the head.</param>
internal sealed record CropSubject(SeenBox Box, double Weight, double FocusX, double FocusY)
{
    /// <summary>An object of a detection.</summary>
    public static CropSubject Of(SeenObject seen)
    {
        var box = seen.Box;
        var focus = seen.IsOf(["person"]) && box.Height > box.Width ? box.Top + (0.15 * box.Height) : (box.Top + box.Bottom) / 2;
        return new CropSubject(box, Math.Max(0.01, seen.Score) * Math.Sqrt(Math.Max(1, box.Width * box.Height)), (box.Left + box.Right) / 2, focus);
    }

    /// <summary>The same after the picture was turned about its middle, in degrees clockwise.</summary>
    public CropSubject Turned(double degrees, double width, double height)
    {
        if (degrees == 0)
        {
            return this;
        }

        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        (double X, double Y) Turn(double x, double y) =>
            ((width / 2) + ((x - (width / 2)) * cos) - ((y - (height / 2)) * sin), (height / 2) + ((x - (width / 2)) * sin) + ((y - (height / 2)) * cos));

        var corners = new[] { Turn(Box.Left, Box.Top), Turn(Box.Right, Box.Top), Turn(Box.Left, Box.Bottom), Turn(Box.Right, Box.Bottom) };
        var (focusX, focusY) = Turn(FocusX, FocusY);
        return new CropSubject(
            new SeenBox(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y)), Weight, focusX, focusY);
    }
}
